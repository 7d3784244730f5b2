import type { DueWorkList } from "../due/due-work";
import type { DueRow, MeetingStore } from "../ports/meeting-store";
import type { JoinableRecord } from "../record/attached-record";
import { createCardWork } from "./card-work";
import { createClaimWaiting } from "./claim-cards";
import { createJoinLinks } from "./join-links";
import type { LiveEvents } from "./live-event";
import { createLiveWork } from "./live-work";
import { createNoteLiveEvent } from "./note-live-event";

export type Live = ReturnType<typeof createLive>;

/** Everything about calls in meetings. All of it throws `store_unavailable`. */
export function createLive(deps: {
  store: MeetingStore;
  dueWork: Pick<DueWorkList, "plan" | "withdraw">;
  now: () => Date;
}) {
  const joinLinks = createJoinLinks(deps);
  const liveWork = createLiveWork(deps);
  const cardWork = createCardWork(deps);
  const claimWaiting = createClaimWaiting({ ...deps, cardWork });
  const events: LiveEvents = {
    note: createNoteLiveEvent({ ...deps, joinLinks, liveWork, cardWork }),
  };
  return {
    ...events,
    claimWaiting,
    noteShown: (record: JoinableRecord) => cardWork.noteShown(record),
    findUnshown: (row: DueRow) => cardWork.findUnshown(row, claimWaiting),
    /** Lets events find the meeting. */
    addLink: (record: JoinableRecord) => joinLinks.addLink(record),
    followCard: (record: JoinableRecord, timeZone: string) => liveWork.followCard(record, timeZone),
    reach: (row: DueRow) => liveWork.reach(row),
  };
}
