import { z } from "zod";

/** Entra's own form; it becomes part of addresses. */
const guid = z.guid().transform((id) => id.toLowerCase());
const empty = z.union([z.null(), z.literal("")]).transform(() => undefined);

const conversationSchema = z.object({ tenantId: z.union([guid, empty]).optional() });
const channelDataSchema = z.object({ tenant: z.object({ id: guid }) });

/**
 * The organization that a conversation belongs to: the conversation's own word, else that of Teams' channel data.
 * In a shared channel the person, and with them the channel data, may be of another one.
 * https://learn.microsoft.com/microsoftteams/platform/build-apps-for-shared-private-channels
 *
 * @returns the GUID in lower case; `undefined` where there is none, or anything else in its place
 */
export function readHostTenantId({
  conversation,
  channelData,
}: {
  conversation?: unknown;
  channelData?: unknown;
}): string | undefined {
  const own = conversationSchema.safeParse(conversation ?? {});
  if (!own.success || own.data.tenantId) return own.data?.tenantId;
  return channelDataSchema.safeParse(channelData).data?.tenant.id;
}
