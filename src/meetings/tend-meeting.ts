import { randomUUID } from "node:crypto";
import { createCache } from "async-cache-dedupe";
import { toAppError } from "../errors";
import type { ChangeMeeting } from "./change-meeting";
import type { MeetingsEdges } from "./create-meeting";
import type { CreationLeases } from "./creation-lease";
import { toKeyText } from "./meeting-key";
import type { LiveRecord } from "./meeting-record";
import { keepGivenSubject, toMeetingAddress, type Attendee } from "./online-meeting";
import { isLive } from "./record-store";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** A link dies 60 days after the meeting's end or last change: https://learn.microsoft.com/graph/api/resources/onlinemeeting */
const KEEP_ALIVE_AFTER_MS = 7 * DAY_MS;
const RETRY_KEEP_ALIVE_AFTER_MS = 60 * MINUTE_MS;
/** As long as Graph makes a meeting of which it is told nothing. */
const STANDING_LENGTH_MS = 60 * MINUTE_MS;

/** What was found out while a meeting was tended, and is worth showing. */
export interface Tended {
  record: LiveRecord;
  /** Whom Graph would not make co-organizers. */
  refusedCoOrganizers: readonly Attendee[];
}

/**
 * What a meeting needs after it was shown, off the way of the answer: co-organizers, whom createOrGet does not
 * take, and for a standing meeting a life beyond Graph's 60 days. A scheduled meeting's time is never moved.
 *
 * @returns `undefined` when nothing was to be done, or nothing that anybody would see
 * @throws AppError only of the store; what Graph refuses is logged, and tried again when the meeting is next shown
 */
export function createTendMeeting(
  { store, onlineMeetings, now, log }: MeetingsEdges,
  leases: CreationLeases,
  changeMeeting: ChangeMeeting,
): (record: LiveRecord) => Promise<Tended | undefined> {
  const shared = createCache({ ttl: 0 })
    .define("setCoOrganizers", { serialize: toMeetingText }, setCoOrganizers)
    .define("keepAlive", { serialize: toMeetingText }, keepAlive);

  return async function tendMeeting(record) {
    if (isKeepAliveDue(record, now())) await shared.keepAlive(record);
    return record.coOrganizersDue ? shared.setCoOrganizers(record) : undefined;
  };

  async function setCoOrganizers({ key, generation }: LiveRecord): Promise<Tended | undefined> {
    // Whoever was shown the meeting a moment before may have seen to it.
    const stored = await store.get(key);
    const isSame = stored && isLive(stored) && stored.record.generation === generation;
    const attendees = isSame ? stored.record.coOrganizersDue : undefined;
    if (!attendees) return undefined;
    try {
      const changed = await changeMeeting({ reference: { key, generation }, attendees });
      return changed.ok && changed.refusedCoOrganizers.length > 0 ? changed : undefined;
    } catch (error) {
      const { code, details } = toAppError(error);
      log.warn({ code, ...details }, "co-organizers could not be set");
      return undefined;
    }
  }

  /** Under the lease, or it would take back the time that somebody gives the meeting at this moment. */
  async function keepAlive({ key }: LiveRecord): Promise<void> {
    const startedAt = now();
    const stored = await store.get(key);
    if (!stored || !isLive(stored) || !isKeepAliveDue(stored.record, startedAt)) return;
    const holder = randomUUID();
    const held = await leases.take(stored, holder);
    // Whoever has the lease is changing the meeting, which keeps it alive as well.
    if (!held) return;
    const { record } = held;
    try {
      const meeting = await onlineMeetings.update(toMeetingAddress(record), {
        time: {
          startsAt: startedAt.toISOString(),
          endsAt: new Date(startedAt.getTime() + STANDING_LENGTH_MS).toISOString(),
        },
      });
      await leases.finish(held, holder, (current) => ({
        ...record,
        ...current,
        keptAliveAt: startedAt.toISOString(),
        meeting: keepGivenSubject(record.meeting, meeting),
      }));
    } catch (error) {
      const { code, details } = toAppError(error);
      log.warn({ code, ...details }, "a standing meeting could not be kept alive");
      const retryAtMs = startedAt.getTime() - KEEP_ALIVE_AFTER_MS + RETRY_KEEP_ALIVE_AFTER_MS;
      const keptAliveAt = new Date(retryAtMs).toISOString();
      await leases.finish(held, holder, (current) => ({ ...current, keptAliveAt }));
    }
  }
}

function isKeepAliveDue({ isTimeGiven, meeting, keptAliveAt }: LiveRecord, now: Date): boolean {
  const { startsAt, endsAt } = meeting;
  if (isTimeGiven || !startsAt || !endsAt) return false;
  const nowMs = now.getTime();
  const touchedMs = Date.parse(keptAliveAt ?? startsAt);
  return Date.parse(endsAt) < nowMs && nowMs - touchedMs > KEEP_ALIVE_AFTER_MS;
}

function toMeetingText({ key, generation }: LiveRecord): string {
  return `${toKeyText(key)}#${generation}`;
}
