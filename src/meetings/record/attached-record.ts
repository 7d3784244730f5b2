import type { CallWatch } from "./call-watch";
import type { OnlineMeeting } from "../ports/online-meeting";
import type { MeetingKey } from "./meeting-key";
import type {
  AttachedMeeting,
  LiveRecord,
  MeetingRecord,
  MeetingSession,
  Person,
  PostedCard,
} from "./meeting-record";

/**
 * What a record shows while a meeting is attached. It's never stored: `state` tells it from the states of the record
 * below it, which isn't the conversation's meeting as long as this is.
 */
export interface AttachedRecord {
  state: "attached";
  key: MeetingKey;
  generation: number;
  attached: AttachedMeeting;
  /** Of the record below. */
  requestedBy: Person;
  organizer?: Person | undefined;
  cards?: readonly PostedCard[] | undefined;
  removedAt?: string | undefined;
  indexedLink?: string | undefined;
  session?: MeetingSession | undefined;
  callWatch?: CallWatch | undefined;
}

/** A record with a meeting that people can join. */
export type JoinableRecord = LiveRecord | AttachedRecord;

/** `undefined` if no meeting is attached. */
export function toAttachedRecord(record: MeetingRecord): AttachedRecord | undefined {
  if (!record.attached) return undefined;
  const { key, generation, attached, requestedBy, organizer } = record;
  const { cards, removedAt, indexedLink, session, callWatch } = record;
  return {
    state: "attached",
    key,
    generation,
    attached,
    requestedBy,
    organizer,
    cards,
    removedAt,
    indexedLink,
    session,
    callWatch,
  };
}

/** What the conversation's people can join now: the attached meeting, or else its own. `undefined` if there's neither. */
export function toJoinableRecord(record: MeetingRecord): JoinableRecord | undefined {
  return toAttachedRecord(record) ?? (record.state === "live" ? record : undefined);
}

/** What the conversation's people can join, and what it's called. */
export function toJoinable(record: JoinableRecord): Pick<OnlineMeeting, "joinWebUrl" | "subject"> {
  return record.state === "attached" ? record.attached : record.meeting;
}
