import { memoizeFrozen } from "../../async/memo";
import { DEFAULT_ROOM } from "../../request/room-name";

/** Identifies a meeting: a room of a conversation of a tenant. */
export interface MeetingKey {
  tenantId: string;
  /** The conversation's id without `;messageid=…`: `19:…@thread.tacv2` for a channel. */
  threadId: string;
  room: string;
}

/** The key of a conversation's own meeting. */
export function toDefaultKey({ tenantId, threadId }: Omit<MeetingKey, "room">): MeetingKey {
  return { tenantId, threadId, room: DEFAULT_ROOM };
}

const THREAD_ROOM = ";messageid=";

/** The room of a reply thread. Room names can't contain a semicolon. */
export function toThreadRoom(rootMessageId: string): string {
  return `${THREAD_ROOM}${rootMessageId}`;
}

export function isThreadRoom(room: string): boolean {
  return room.startsWith(THREAD_ROOM);
}

/** Teams' id of the reply thread that the meeting belongs to, such as `19:…@thread.tacv2;messageid=1759881511856`. */
export function toThreadConversationId({ threadId, room }: MeetingKey): string | undefined {
  return isThreadRoom(room) ? `${threadId}${room}` : undefined;
}

/** The canonical text of a key. Tenant ids are GUIDs, so their case is ignored. */
export const toKeyText = memoizeFrozen(({ tenantId, threadId, room }: MeetingKey): string =>
  JSON.stringify([tenantId.toLowerCase(), threadId, room]),
);
