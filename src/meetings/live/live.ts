import type { DueWorkList } from "../due/due-work";
import type { MeetingStore } from "../ports/meeting-store";
import { createJoinLinks } from "./join-links";
import type { LiveEvents } from "./live-event";
import { createLiveWork } from "./live-work";
import { createNoteLiveEvent } from "./note-live-event";

export type Live = ReturnType<typeof createLive>;

/** Everything about calls in meetings. */
export function createLive({
  store,
  dueWork,
  now,
}: {
  store: MeetingStore;
  dueWork: DueWorkList;
  now: () => Date;
}): LiveEvents {
  const joinLinks = createJoinLinks({ store });
  const liveWork = createLiveWork({ dueWork });
  return { note: createNoteLiveEvent({ store, joinLinks, liveWork, now }) };
}
