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
  return {
    conversation: hash(toKeyText(toDefaultKey(key))),
    room: hash(toKeyText(key)),
  };
}

/** Takes the conversation's place in the key; no conversation's text starts like this. */
export function toRecentMeetingPartition(user: User): string {
  return hashUser("asker", user);
}

/** Starts with the conversation, so that a conversation's rows are found without reading their text. */
export function toRecentMeetingRowKey({
  aadId,
  key,
}: Pick<RecentMeetingRow, "aadId" | "key">): RowKey {
  const { conversation, room } = toRowKey(key);
  return {
    conversation: toRecentMeetingPartition({ tenantId: key.tenantId, aadId }),
    room: `${conversation}${room}`,
  };
}

export function toPendingCommandPartition(user: User): string {
  return hashUser("waiting", user);
}

/** Starts with the conversation, as a recent meeting's does. */
export function toPendingCommandRowKey({
  id,
  tenantId,
  threadId,
  aadId,
}: Pick<PendingCommandRow, "id" | "tenantId" | "threadId" | "aadId">): RowKey {
  const { conversation } = toRowKey(toDefaultKey({ tenantId, threadId }));
  return {
    conversation: toPendingCommandPartition({ tenantId, aadId }),
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

function hashUser(prefix: string, { tenantId, aadId }: User): string {
  return hash(`${prefix}:${JSON.stringify([tenantId.toLowerCase(), aadId.toLowerCase()])}`);
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
