import type { MeetingKey } from "./meeting-key";
import type { OnlineMeeting } from "./online-meeting";

/** Raised when a record is written in a way that an older release cannot read. */
export const RECORD_SCHEMA_VERSION = 1;

export interface Person {
  /** The Entra object id; never Teams' own `29:…`. */
  aadId: string;
  name?: string;
}

/**
 * The sole right to make calls that may create this key's meeting: nobody has written down whether two
 * simultaneous first calls at Graph make one meeting, so there is one creator at a time.
 */
export interface CreationLease {
  holder: string;
  /** ISO 8601. A creator that is silent beyond this moment is taken for dead. */
  until: string;
}

interface RecordBase {
  key: MeetingKey;
  /** Raised by whatever gives the conversation another link; nothing lowers it. */
  generation: number;
  firstCaller: Person;
  lease?: CreationLease;
}

/** Somebody asked, and Graph has not answered yet. Without an organizer the claim is free again. */
export interface ClaimedRecord extends RecordBase {
  state: "claimed";
  organizer?: Person;
  /** What the claimer asked for, so that whoever completes the claim repeats the same call. */
  subject: string;
}

export interface LiveRecord extends RecordBase {
  state: "live";
  organizer: Person;
  meeting: OnlineMeeting;
  /** When Graph last told us of the meeting; ISO 8601. */
  seenAt: string;
  /** Whether a person gave the meeting's time: a scheduled meeting, else a standing one. */
  isTimeGiven: boolean;
  isTiedToChannel: boolean;
  /** Graph refused this channel once: later calls leave it out at once. */
  wasChannelRefused: boolean;
}

/** What we keep of a key. */
export type MeetingRecord = ClaimedRecord | LiveRecord;
