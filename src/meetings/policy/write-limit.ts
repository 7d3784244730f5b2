import { createExpiringCache } from "../../async/expiring-cache";
import { AppError } from "../../errors";
import type { Meetings } from "../meetings";
import type { Person } from "../record/meeting-record";

const WINDOW_MS = 60_000;
/** Of people who changed something in the last minute. More than that, and those who waited longest start again. */
const MAX_PEOPLE = 10_000;

type CountWrite = (person: Person | undefined) => void;

/** Counts each person's writes in the minute that starts with their first. Throws `too_fast` for any more. */
function createWriteLimit(writesPerMinute: number, now: () => Date): CountWrite {
  const windows = createExpiringCache<{ count: number; endsAtMs: number }>({
    maxEntries: MAX_PEOPLE,
    ttlMs: WINDOW_MS,
    now,
  });
  return (person) => {
    if (!person) return;
    const nowMs = now().getTime();
    const window = windows.get(person.aadId) ?? { count: 0, endsAtMs: nowMs + WINDOW_MS };
    if (window.count === 0) windows.set(person.aadId, window);
    if (window.count >= writesPerMinute) {
      throw new AppError("too_fast", { retryAfterSeconds: (window.endsAtMs - nowMs) / 1000 });
    }
    window.count += 1;
  };
}

/** Limits how often a person has Graph create, change or delete a meeting. Looking at one doesn't count. */
export function limitWrites(
  meetings: Meetings,
  { writesPerMinute, now }: { writesPerMinute: number; now: () => Date },
): Meetings {
  if (writesPerMinute === 0) return meetings;
  const countWrite = createWriteLimit(writesPerMinute, now);
  return {
    ...meetings,
    async meet(request) {
      const found = await meetings.findMeeting(request.key);
      if (!found.ok && found.reason !== "attached") countWrite(request.caller);
      return meetings.meet(request);
    },
    async changeMeeting(request) {
      countWrite(request.caller);
      return meetings.changeMeeting(request);
    },
    async reissueMeeting(request) {
      countWrite(request.caller);
      return meetings.reissueMeeting(request);
    },
    async attachMeeting(request) {
      countWrite(request.caller);
      return meetings.attachMeeting(request);
    },
    async cancelMeeting(request) {
      countWrite(request.caller);
      return meetings.cancelMeeting(request);
    },
  };
}
