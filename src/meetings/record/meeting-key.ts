/** What a meeting belongs to: one tenant, one conversation, one room in it. */
export interface MeetingKey {
  tenantId: string;
  /** The conversation's id without `;messageid=…`: `19:…@thread.tacv2` for a channel. */
  threadId: string;
  room: string;
}

const THREAD_ROOM = ";messageid=";

/** The room of a reply thread; no name of a room holds a semicolon. */
export function toThreadRoom(rootMessageId: string): string {
  return `${THREAD_ROOM}${rootMessageId}`;
}

export function isThreadRoom(room: string): boolean {
  return room.startsWith(THREAD_ROOM);
}

/** One spelling for a key, unambiguous whatever its parts hold. Tenants are GUIDs, whose case means nothing. */
export function toKeyText({ tenantId, threadId, room }: MeetingKey): string {
  return JSON.stringify([tenantId.toLowerCase(), threadId, room]);
}
