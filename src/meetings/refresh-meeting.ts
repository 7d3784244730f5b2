import { createCache } from "async-cache-dedupe";
import { createExpiringCache } from "../async/expiring-cache";
import { toAppError, type AppError } from "../errors";
import { canActFor } from "./policy/acting";
import type { MeetingsDeps } from "./make-meeting";
import { isHeld, withoutLease } from "./record/meeting-lease";
import { findMeeting, type NoMeeting } from "./find-meeting";
import { toKeyText, type MeetingKey } from "./record/meeting-key";
import type { LiveRecord, Person } from "./record/meeting-record";
import { keepGivenSubject, toMeetingAddress, type OnlineMeeting } from "./ports/online-meeting";
import { isLive, type StoredRecord } from "./ports/meeting-store";
import type { MeetingReference } from "./tokens/meeting-token";

interface Look {
  key: MeetingKey;
  caller: Person | undefined;
}

type View =
  | {
      ok: true;
      record: LiveRecord;
      /** Why the record could not be compared with Graph just now; it is shown as last seen. */
      problem?: AppError;
    }
  | NoMeeting;

export type RefreshResult =
  | Extract<View, { ok: false }>
  /** Superseded: the card that asked is of an earlier generation, and its link is no longer ours. */
  | (Extract<View, { ok: true }> & { isSuperseded: boolean });

const MAX_FAILURES = 10_000;
/** However much longer Graph asks us to wait: a person who looks again then may know more. */
const MAX_REMEMBERED_MS = 5 * 60_000;

/**
 * The meeting as it is now, for a card that shows it. Never creates anything, and asks Graph only when its
 * last word is older than `freshnessMs`, and only for whoever can act for its organizer; whoever asks at the same
 * moment shares one call.
 *
 * Throws `store_unavailable` or `record_unreadable`; what Graph refuses comes back as `problem`.
 */
export function createRefreshMeeting(
  deps: Pick<MeetingsDeps, "store" | "onlineMeetings" | "now" | "acting"> & {
    freshnessMs: number;
  },
): (reference: MeetingReference, caller?: Person) => Promise<RefreshResult> {
  const { store, onlineMeetings, now, freshnessMs } = deps;
  // Every client that shows the card refreshes it: a Graph in trouble is asked no more often than a sound one.
  const failures = createExpiringCache<AppError>({
    maxEntries: MAX_FAILURES,
    now,
  });
  const shared = createCache({ ttl: 0 }).define("view", { serialize: toSharedView }, view);

  return async function refreshMeeting({ key, generation }, caller) {
    const seen = await shared.view({ key, caller });
    if (!seen.ok) return seen;
    return { ...seen, isSuperseded: generation < seen.record.generation };
  };

  /** Where somebody's call is their own, so is what they see. */
  function toSharedView({ key, caller }: Look): string {
    const byWhom = deps.acting?.mode === "delegated" ? (caller?.aadId ?? "") : "";
    return `${toKeyText(key)}#${byWhom}`;
  }

  async function view({ key, caller }: Look): Promise<View> {
    const found = await findMeeting(deps, key);
    if (!found.ok) return found;
    const { stored } = found;
    const { record } = stored;
    // Nobody is asked to sign in for a look, which clients take by themselves.
    if (isFresh(record.fetchedAt) || !canActFor(deps, record, caller)) return { ok: true, record };
    const meetingText = `${toKeyText(key)}#${record.generation}#${record.fetchedAt}`;
    const known = failures.get(meetingText);
    if (known) return { ok: true, record, problem: known };
    let seen;
    try {
      seen = await onlineMeetings.get(toMeetingAddress(record));
    } catch (error) {
      const problem = toAppError(error);
      const askedMs = (problem.details.retryAfterSeconds ?? 0) * 1000;
      const ttlMs = Math.max(freshnessMs, Math.min(askedMs, MAX_REMEMBERED_MS), 1);
      failures.set(meetingText, problem, ttlMs);
      return { ok: true, record, problem };
    }
    return { ok: true, record: await keep(stored, keepGivenSubject(record.meeting, seen)) };
  }

  /** What was seen in the future was seen by a wrong clock, and is no reason not to look. */
  function isFresh(fetchedAt: string): boolean {
    const ageMs = now().getTime() - Date.parse(fetchedAt);
    return ageMs >= 0 && ageMs < freshnessMs;
  }

  async function keep(
    stored: StoredRecord<LiveRecord>,
    meeting: OnlineMeeting,
  ): Promise<LiveRecord> {
    const fetchedAt = now();
    const next: LiveRecord = {
      ...withoutLease(stored.record),
      meeting,
      fetchedAt: fetchedAt.toISOString(),
    };
    // A creator is at work on the record, and what it writes must find it as it was.
    if (isHeld(stored.record, fetchedAt.getTime())) return next;
    if (await store.replace(stored, next)) return next;
    // Somebody else wrote meanwhile, and what they wrote is at least as new as what we saw.
    const current = await store.get(next.key);
    return current && isLive(current) ? current.record : next;
  }
}
