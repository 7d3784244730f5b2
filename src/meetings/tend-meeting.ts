import { createCache } from "async-cache-dedupe";
import { toAppError } from "../errors";
import type { ChangeMeeting } from "./change-meeting";
import type { MeetingsEdges } from "./create-meeting";
import { toKeyText } from "./meeting-key";
import type { LiveRecord } from "./meeting-record";
import { keepGivenSubject, toMeetingAddress, type Attendee } from "./online-meeting";
import type { UpdateRecord } from "./update-record";

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
  { onlineMeetings, now, log }: Pick<MeetingsEdges, "onlineMeetings" | "now" | "log">,
  updateRecord: UpdateRecord,
  changeMeeting: ChangeMeeting,
): (record: LiveRecord) => Promise<Tended | undefined> {
  const shared = createCache({ ttl: 0 })
    .define("setCoOrganizers", { serialize: toMeetingText }, setCoOrganizers)
    .define("keepAlive", { serialize: toMeetingText }, keepAlive);

  return async function tendMeeting(record) {
    if (isKeepAliveDue(record, now())) await shared.keepAlive(record);
    return record.coOrganizersDue ? shared.setCoOrganizers(record) : undefined;
  };

  async function setCoOrganizers(record: LiveRecord): Promise<Tended | undefined> {
    const { key, generation, coOrganizersDue: attendees = [] } = record;
    try {
      const changed = await changeMeeting({ reference: { key, generation }, attendees });
      return changed.ok && changed.refusedCoOrganizers.length > 0 ? changed : undefined;
    } catch (error) {
      const { code, details } = toAppError(error);
      log.warn({ code, ...details }, "co-organizers could not be set");
      return undefined;
    }
  }

  async function keepAlive(record: LiveRecord): Promise<void> {
    const startedAt = now();
    const claimed = await settle(record, (live) =>
      isKeepAliveDue(live, startedAt)
        ? { ...live, keptAliveAt: startedAt.toISOString() }
        : undefined,
    );
    if (!claimed) return;
    try {
      const meeting = await onlineMeetings.update(toMeetingAddress(record), {
        time: {
          startsAt: startedAt.toISOString(),
          endsAt: new Date(startedAt.getTime() + STANDING_LENGTH_MS).toISOString(),
        },
      });
      await settle(record, (live) => ({
        ...live,
        meeting: keepGivenSubject(live.meeting, meeting),
      }));
    } catch (error) {
      const { code, details } = toAppError(error);
      log.warn({ code, ...details }, "a standing meeting could not be kept alive");
      const retryAtMs = startedAt.getTime() - KEEP_ALIVE_AFTER_MS + RETRY_KEEP_ALIVE_AFTER_MS;
      const keptAliveAt = new Date(retryAtMs).toISOString();
      await settle(record, (live) => ({ ...live, keptAliveAt }));
    }
  }

  /** Writes only while the record is still of the meeting that was tended. */
  function settle(
    { key, meeting }: LiveRecord,
    change: (live: LiveRecord) => LiveRecord | undefined,
  ): Promise<LiveRecord | undefined> {
    return updateRecord(key, (current) =>
      current.state === "live" && current.meeting.id === meeting.id ? change(current) : undefined,
    );
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
