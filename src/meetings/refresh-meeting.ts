import { createExpiringCache } from "../async/expiring-cache";
import { singleFlight } from "../async/single-flight";
import { toAppError, type AppError } from "../errors";
import type { Metrics } from "../metrics/metrics";
import { canActFor } from "./policy/acting";
import type { MeetingsDeps } from "./make-meeting";
import { isHeld, withoutLease } from "./record/meeting-lease";
import { findMeeting, toFound, type NoMeeting } from "./find-meeting";
import { toKeyText, type MeetingKey } from "./record/meeting-key";
import type { LiveRecord, Person } from "./record/meeting-record";
import { keepGivenSubject, toMeetingAddress, type OnlineMeeting } from "./ports/online-meeting";
import { isLive, type StoredRecord } from "./ports/meeting-store";
import type { MeetingReference } from "./tokens/meeting-token";

interface RefreshRequest {
  key: MeetingKey;
  caller: Person | undefined;
}

type View =
  | {
      ok: true;
      record: LiveRecord;
      /** Why Graph couldn't be asked. The record is the last one fetched. */
      problem?: AppError;
    }
  | NoMeeting;

const MAX_FAILURES = 10_000;
/** The longest time that a failure is remembered, even if Graph's Retry-After is longer. */
const MAX_FAILURE_MS = 5 * 60_000;

/** A meeting as its card shows it. */
export type RefreshedMeeting = NoMeeting | SeenMeeting;

export type SeenMeeting = Extract<View, { ok: true }> & {
  /** The card shows an earlier meeting: the conversation has a new link. */
  isSuperseded: boolean;
};

/** Finds the current meeting for a card. Never creates one. Everything throws `store_unavailable` or `record_unreadable`. */
export function createRefreshMeeting(
  deps: Pick<MeetingsDeps, "store" | "onlineMeetings" | "now" | "acting"> & {
    freshnessMs: number;
    metrics?: Metrics | undefined;
  },
) {
  const { store, onlineMeetings, now, freshnessMs, metrics } = deps;
  // Every client that shows the card refreshes it, so failures are cached like results.
  const failures = createExpiringCache<AppError>({ maxEntries: MAX_FAILURES, now });
  const share = singleFlight(view, toSharedView);

  return {
    /**
     * Asks Graph only when the record is older than `freshnessMs`, and only for a caller who can act for the organizer.
     * Concurrent requests share one call. An error of Graph is returned as `problem`.
     */
    async refreshMeeting(
      { key, generation }: MeetingReference,
      caller?: Person,
    ): Promise<RefreshedMeeting> {
      const seen = await share({ key, caller });
      return seen.ok ? { ...seen, isSuperseded: generation < seen.record.generation } : seen;
    },

    /**
     * The same without waiting: `undefined` unless the meeting is known on this machine, and Graph isn't to be asked.
     *
     * @param isEnough whether nothing else has to be done for the record
     */
    refreshAtOnce(
      { key, generation }: MeetingReference,
      caller: Person | undefined,
      isEnough: (record: LiveRecord) => boolean,
    ): SeenMeeting | undefined {
      const found = toFound(store.getNow(key), now());
      if (!found.ok) return undefined;
      const { record } = found.stored;
      if (!isEnough(record)) return undefined;
      if (!isRecent(record.fetchedAt) && canActFor(deps, record, caller)) return undefined;
      metrics?.cacheRead("graph", true);
      return { ok: true, record, isSuperseded: generation < record.generation };
    },
  };

  /** With delegated permissions, each caller's view depends on their own call. */
  function toSharedView({ key, caller }: RefreshRequest): string {
    const callerId = deps.acting?.mode === "delegated" ? (caller?.aadId ?? "") : "";
    return `${toKeyText(key)}#${callerId}`;
  }

  async function view({ key, caller }: RefreshRequest): Promise<View> {
    const found = await findMeeting(deps, key);
    if (!found.ok) return found;
    const { stored } = found;
    const { record } = stored;
    // Clients refresh by themselves, so a refresh never asks anyone to sign in.
    const isFresh = isRecent(record.fetchedAt);
    metrics?.cacheRead("graph", isFresh);
    if (isFresh || !canActFor(deps, record, caller)) return { ok: true, record };
    const failureKey = `${toKeyText(key)}#${record.generation}#${record.fetchedAt}`;
    const known = failures.get(failureKey);
    if (known) return { ok: true, record, problem: known };
    let fetched;
    try {
      fetched = await onlineMeetings.get(toMeetingAddress(record));
    } catch (error) {
      const problem = toAppError(error);
      const retryAfterMs = (problem.details.retryAfterSeconds ?? 0) * 1000;
      const ttlMs = Math.max(freshnessMs, Math.min(retryAfterMs, MAX_FAILURE_MS), 1);
      failures.set(failureKey, problem, ttlMs);
      return { ok: true, record, problem };
    }
    return { ok: true, record: await keep(stored, keepGivenSubject(record.meeting, fetched)) };
  }

  /** A time in the future came from a wrong clock and doesn't count as fresh. */
  function isRecent(fetchedAt: string): boolean {
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
    // The holder of a lease must find the record unchanged when it writes.
    if (isHeld(stored.record, fetchedAt.getTime())) return next;
    if (await store.replace(stored, next)) return next;
    // Another process's write is at least as recent.
    const current = await store.get(next.key);
    return current && isLive(current) ? current.record : next;
  }
}
