import type { MeetingStore } from "../ports/meeting-store";
import { toJoinableRecord } from "../record/attached-record";
import type { MeetingKey } from "../record/meeting-key";
import type { MeetingSession } from "../record/meeting-record";
import { updateRow } from "../record/update-row";
import type { CardWork } from "./card-work";
import type { NotedMeeting } from "./live-event";
import { currentSession } from "./live-status";

/** Teams allows 1,800 messages an hour per conversation, and a meeting can have 20 cards. */
export const CARD_UPDATE_EVERY_MS = 30_000;

/**
 * A session that changed, with who updates the cards: the process that writes it, if the last update is long enough ago.
 * Otherwise, the change waits for the next update.
 */
export function claimCards(
  next: MeetingSession,
  before: MeetingSession | undefined,
  now: Date,
): MeetingSession {
  const isDue = toWaitMs({ shownAt: before?.shownAt, isUnshown: true }, now) === 0;
  return isDue ? toShown(next, now) : { ...next, shownAt: before?.shownAt, isUnshown: true };
}

/** How long to wait before the cards may show the session; 0 if they may now. */
export function toWaitMs(
  { shownAt, isUnshown }: Pick<MeetingSession, "shownAt" | "isUnshown">,
  now: Date,
): number {
  if (!isUnshown || shownAt === undefined) return 0;
  const agoMs = now.getTime() - Date.parse(shownAt);
  // A time in the future came from a wrong clock.
  return agoMs < 0 ? 0 : Math.max(0, CARD_UPDATE_EVERY_MS - agoMs);
}

export type ClaimWaiting = ReturnType<typeof createClaimWaiting>;

/**
 * Claims the update that a session waits for: one of all the processes that noted its events gets it. With
 * `updateInMs`, another update has come in between, so this one has to wait again.
 */
export function createClaimWaiting({
  store: { records },
  cardWork,
  now,
}: {
  store: Pick<MeetingStore, "records">;
  cardWork: Pick<CardWork, "plan">;
  now: () => Date;
}) {
  /** @param isLast The process is about to end, so the update can't wait. */
  return async function claimWaiting(
    key: MeetingKey,
    isLast: boolean,
  ): Promise<NotedMeeting | undefined> {
    let again: NotedMeeting | undefined;
    const written = await updateRow(records, key, (record) => {
      again = undefined;
      const joinable = record && toJoinableRecord(record);
      const session = joinable && currentSession(joinable);
      if (!record || !joinable || !session?.isUnshown) return undefined;
      const updateInMs = isLast ? 0 : toWaitMs(session, now());
      if (updateInMs === 0) return { ...record, session: toShown(session, now()) };
      again = { record: joinable, updateInMs };
      return undefined;
    });
    const claimed = written && toJoinableRecord(written.record);
    if (!claimed) return again;
    await cardWork.plan(claimed);
    return { record: claimed, updateInMs: 0 };
  };
}

function toShown(session: MeetingSession, now: Date): MeetingSession {
  return { ...session, shownAt: now.toISOString(), isUnshown: undefined };
}
