import * as z from "zod";

/** Only GUIDs are accepted, because the id becomes part of URLs. */
const guid = z.guid().transform((id) => id.toLowerCase());
const empty = z.union([z.null(), z.literal("")]).transform(() => undefined);

const conversationSchema = z.object({ tenantId: z.union([guid, empty]).optional() });
const channelDataSchema = z.object({ tenant: z.object({ id: guid }) });

/**
 * The tenant that hosts a conversation, from the conversation or else from Teams' channel data. In a shared channel, the
 * person and the channel data may belong to another tenant.
 * https://learn.microsoft.com/microsoftteams/platform/build-apps-for-shared-private-channels
 *
 * @returns the GUID in lower case; `undefined` without a valid one
 */
export function readHostTenantId(activity: {
  conversation?: unknown;
  channelData?: unknown;
}): string | undefined {
  const own = conversationSchema.safeParse(activity.conversation ?? {});
  if (!own.success || own.data.tenantId) return own.data?.tenantId;
  return channelDataSchema.safeParse(activity.channelData).data?.tenant.id;
}
