import type { MeetingSession } from "../record/meeting-record";

/** Teams allows 1,800 messages an hour per conversation, and a meeting can have 20 cards. */
export const CARD_UPDATE_EVERY_MS = 30_000;

/**
 * A session that changed, with who updates the cards. The process that writes it, if the last update is long enough ago.
 * Otherwise the change waits for the next update.
 */
export function claimCards(
  next: MeetingSession,
  before: MeetingSession | undefined,
  now: Date,
): MeetingSession {
  const isDue = toWaitMs({ shownAt: before?.shownAt, isUnshown: true }, now) === 0;
  return isDue
    ? { ...next, shownAt: now.toISOString(), isUnshown: undefined }
    : { ...next, shownAt: before?.shownAt, isUnshown: true };
}

/** How long to wait before the cards may show the session; 0 if its last change was claimed. */
export function toWaitMs(
  { shownAt, isUnshown }: Pick<MeetingSession, "shownAt" | "isUnshown">,
  now: Date,
): number {
  if (!isUnshown || shownAt === undefined) return 0;
  const agoMs = now.getTime() - Date.parse(shownAt);
  // A time in the future came from a wrong clock.
  return agoMs < 0 ? 0 : Math.max(0, CARD_UPDATE_EVERY_MS - agoMs);
}
