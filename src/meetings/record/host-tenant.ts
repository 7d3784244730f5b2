import { isFields, readFields, readGuid } from "../../json";

/**
 * The tenant that hosts a conversation, from the conversation or else from Teams' channel data. In a shared channel, the
 * person and the channel data may belong to another tenant.
 * https://learn.microsoft.com/microsoftteams/platform/build-apps-for-shared-private-channels
 *
 * @returns the GUID in lower case; `undefined` without a valid one. Only GUIDs are accepted, because the id becomes part of URLs.
 */
export function readHostTenantId({
  conversation = {},
  channelData,
}: {
  conversation?: unknown;
  channelData?: unknown;
}): string | undefined {
  if (!isFields(conversation)) return undefined;
  const { tenantId } = conversation;
  const isOwn = tenantId !== undefined && tenantId !== null && tenantId !== "";
  return readGuid(isOwn ? tenantId : readFields(readFields(channelData).tenant).id);
}
