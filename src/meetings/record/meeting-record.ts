import type { MeetingKey } from "./meeting-key";
import type { Attendee, OnlineMeeting } from "../ports/online-meeting";

export interface Person {
  /** The Entra object id; never Teams' own `29:…`. */
  aadId: string;
  name?: string;
}

/**
 * The sole right to make calls that create, change or delete this key's meeting. Nobody has written down whether
 * two simultaneous first calls at Graph make one meeting, so there is one creator at a time; and Graph has no
 * ETag, so there is one who changes it.
 */
export interface MeetingLease {
  holder: string;
  /** ISO 8601. A holder that is silent beyond this moment is taken for dead. */
  expiresAt: string;
  /** The meeting stays what it is but for its properties. */
  purpose?: "change";
}

/** A message of the bot's own that shows the meeting, and in whose words: it is changed when the meeting is. */
export interface PostedCard {
  /** As an answer needs it, with `;messageid=…` where the message lies in a thread. */
  conversationId: string;
  activityId: string;
  serviceUrl: string;
  locale: string;
  timeZone: string;
  /** Teams' ids of the people whose client refreshes the card by itself. */
  refreshUserIds: readonly string[];
}

/** Older cards correct themselves when somebody looks at them. */
export const MAX_POSTED_CARDS = 20;

/** A preview of a card that the bot has posted: it posts none twice. */
export interface PostedPreview {
  id: string;
  /** Until when it could be pressed, ISO 8601; it need not be remembered for longer. */
  expiresAt: string;
}

interface RecordBase {
  key: MeetingKey;
  /** Raised by whatever gives the conversation another link; nothing lowers it. */
  generation: number;
  requestedBy: Person;
  lease?: MeetingLease;
  /** The newest last. */
  cards?: readonly PostedCard[];
  postedPreviews?: readonly PostedPreview[];
  /** Teams' id of the team that the channel is in. */
  teamId?: string;
  /** When the bot was removed from the conversation or its team, ISO 8601; the record is forgotten in time. */
  removedAt?: string;
}

/** What a record keeps of the bot's own messages, whatever becomes of the meeting. */
export function toMessagesOf({
  cards,
  postedPreviews,
}: Pick<RecordBase, "cards" | "postedPreviews">): Pick<RecordBase, "cards" | "postedPreviews"> {
  return { ...(cards && { cards }), ...(postedPreviews && { postedPreviews }) };
}

/** Somebody asked, and Graph has not answered yet. Without an organizer the claim is free again. */
export interface ClaimedRecord extends RecordBase {
  state: "claimed";
  organizer?: Person;
  /** What the claimer asked for, so that whoever completes the claim repeats the same call. */
  subject: string;
  time?: TimeRange;
  attendees?: readonly Attendee[];
  people?: readonly Person[];
}

/** ISO 8601. Without an end the meeting lasts as long as Graph makes it: one hour. */
export interface TimeRange {
  startsAt: string;
  endsAt?: string;
}

export interface LiveRecord extends RecordBase {
  state: "live";
  organizer: Person;
  meeting: OnlineMeeting;
  /** When Graph last told us of the meeting; ISO 8601. */
  fetchedAt: string;
  /** Whether a person gave the meeting's time: a scheduled meeting, else a standing one. */
  isTimeGiven: boolean;
  isTiedToChannel: boolean;
  /** Graph refused this channel once: later calls leave it out at once. */
  wasChannelRefused: boolean;
  /** Names of attendees, which Graph does not tell. */
  people?: readonly Person[];
  /** When a standing meeting was last moved to now, so that its link does not die; ISO 8601. */
  keptAliveAt?: string;
  /** Who has yet to be made co-organizer, after the answer that invited them. */
  coOrganizersDue?: readonly Attendee[];
}

/** The tombstone of a meeting that somebody cancelled; the generation is that of the next one. */
export interface CancelledRecord extends RecordBase {
  state: "cancelled";
  /** Hosts the next meeting too. */
  organizer: Person;
  subject: string;
  cancelledBy: Person;
  /** ISO 8601. */
  cancelledAt: string;
}

/** What we keep of a key. */
export type MeetingRecord = ClaimedRecord | LiveRecord | CancelledRecord;
