import { createHash } from "node:crypto";
import { toKeyText, type MeetingKey } from "../meetings/record/meeting-key";
import { DEFAULT_ROOM } from "../request/room-name";
import type { RecentOwner, Recent } from "../meetings/ports/recent-store";
import type { WaitingRow } from "../meetings/ports/waiting-store";
import type { RowKey } from "./text-table";

/**
 * Hashes, because a thread id may hold anything and be long, while LMDB takes keys of 1,978 bytes and Azure
 * Tables no slashes. The text that is kept names its key, so a row that lies in a wrong place is found out.
 */
export function toRowKey(key: MeetingKey): RowKey {
  return {
    conversation: hash(toKeyText({ ...key, room: DEFAULT_ROOM })),
    room: hash(toKeyText(key)),
  };
}

/** In the place of a conversation; no conversation's text begins like this one. */
export function toAskerPartition({ tenantId, aadId }: RecentOwner): string {
  return hash(`asker:${JSON.stringify([tenantId.toLowerCase(), aadId.toLowerCase()])}`);
}

/** Names the record's row whole, so that a conversation's are found without reading them; twice as long as a record's. */
export function toRecentRowKey({ aadId, key }: Pick<Recent, "aadId" | "key">): RowKey {
  const { conversation, room } = toRowKey(key);
  const { tenantId } = key;
  return { conversation: toAskerPartition({ tenantId, aadId }), room: `${conversation}${room}` };
}

/** In the place of a conversation, as an asker's. */
export function toWaitingPartition({ tenantId, aadId }: RecentOwner): string {
  return hash(`waiting:${JSON.stringify([tenantId.toLowerCase(), aadId.toLowerCase()])}`);
}

/** Names the conversation whole as a request's does, and so is found and forgotten with it. */
export function toWaitingRowKey({
  id,
  tenantId,
  threadId,
  aadId,
}: Pick<WaitingRow, "id" | "tenantId" | "threadId" | "aadId">): RowKey {
  const { conversation } = toRowKey({ tenantId, threadId, room: DEFAULT_ROOM });
  return {
    conversation: toWaitingPartition({ tenantId, aadId }),
    room: `${conversation}${hash(id)}`,
  };
}

/** Whether it is somebody's request in the conversation, done or waiting, whatever release wrote it. */
export function isRecentOf(conversation: string, { room }: RowKey): boolean {
  return room.length > conversation.length && room.startsWith(conversation);
}

export function isSameRow(one: RowKey, other: RowKey): boolean {
  return one.conversation === other.conversation && one.room === other.room;
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
