import * as z from "zod";
import type { EncryptedContent } from "./decrypt-content";

/** More than Graph puts into one request. */
const MAX_ITEMS = 1_000;
const MAX_TOKENS = 20;

const itemSchema = z.object({
  subscriptionId: z.string().min(1).max(200),
  tenantId: z.guid().toLowerCase(),
  clientState: z.string().max(255).catch(""),
  lifecycleEvent: z.string().optional().catch(undefined),
  encryptedContent: z
    .object({
      data: z.string(),
      dataSignature: z.string(),
      dataKey: z.string(),
      encryptionCertificateId: z.string(),
    } satisfies Record<keyof EncryptedContent, z.ZodString>)
    .optional()
    .catch(undefined),
});
const bodySchema = z.object({
  value: z.array(itemSchema.optional().catch(undefined)).max(MAX_ITEMS),
  validationTokens: z.array(z.string()).max(MAX_TOKENS).nullish(),
});

export type Notification = z.infer<typeof itemSchema>;
export interface NotificationBatch {
  items: Notification[];
  validationTokens: string[];
}

/**
 * `undefined` for a body that isn't a collection of notifications. Items that aren't one are left out.
 * https://learn.microsoft.com/graph/api/resources/changenotificationcollection
 */
export function parseNotifications(json: unknown): NotificationBatch | undefined {
  const read = bodySchema.safeParse(json).data;
  return (
    read && {
      items: read.value.flatMap((item) => item ?? []),
      validationTokens: read.validationTokens ?? [],
    }
  );
}
