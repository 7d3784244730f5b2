import { createHash } from "node:crypto";
import type { PendingCommandRow, RecentMeetingRow } from "../meetings/ports/meeting-store";
import type { User } from "../meetings/ports/user-sign-in";
import { toDefaultKey, toKeyText, type MeetingKey } from "../meetings/record/meeting-key";
import type { RowKey } from "./text-table";

/**
 * A record's row key. Parts are hashed because a thread id can hold any characters and be long, while LMDB takes keys
 * up to 1,978 bytes and Azure Tables no slashes.
 */
export function toRowKey(key: MeetingKey): RowKey {
  return { conversation: hash(toKeyText(toDefaultKey(key))), room: hash(toKeyText(key)) };
}

/** Takes the conversation's place in the key of a person's row. No conversation's text starts with these words. */
export function toUserPartition(kind: "asker" | "waiting", { tenantId, aadId }: User): string {
  return hash(`${kind}:${JSON.stringify([tenantId.toLowerCase(), aadId.toLowerCase()])}`);
}

/** Its room starts with the conversation, so that a conversation's rows are found without reading their text. */
export function toRecentMeetingRowKey({
  aadId,
  key,
}: Pick<RecentMeetingRow, "aadId" | "key">): RowKey {
  const { conversation, room } = toRowKey(key);
  return {
    conversation: toUserPartition("asker", { tenantId: key.tenantId, aadId }),
    room: `${conversation}${room}`,
  };
}

/** Its room starts with the conversation, like a recent meeting's. */
export function toPendingCommandRowKey({
  id,
  tenantId,
  threadId,
  aadId,
}: Pick<PendingCommandRow, "id" | "tenantId" | "threadId" | "aadId">): RowKey {
  const { conversation } = toRowKey(toDefaultKey({ tenantId, threadId }));
  return {
    conversation: toUserPartition("waiting", { tenantId, aadId }),
    room: `${conversation}${hash(id)}`,
  };
}

/** Whether a row is a person's recent meeting or pending command in the conversation, whatever release wrote it. */
export function isPersonalRowOf(conversation: string, { room }: RowKey): boolean {
  return room.length > conversation.length && room.startsWith(conversation);
}

export function isSameRow(a: RowKey, b: RowKey): boolean {
  return a.conversation === b.conversation && a.room === b.room;
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
