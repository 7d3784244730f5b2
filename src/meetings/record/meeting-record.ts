import type { CallWatch } from "./call-watch";
import type { MeetingKey } from "./meeting-key";
import type { Recurrence } from "../../request/recurrence";
import type { Attendee, OnlineMeeting } from "../ports/online-meeting";

export interface Person {
  /** The Entra object id, never Teams' `29:…`. */
  aadId: string;
  name?: string;
}

/**
 * The exclusive right to create, change or delete the key's meeting at Graph. Graph doesn't document whether two
 * simultaneous first calls create one meeting, and it has no ETag for changes.
 */
export interface MeetingLease {
  holder: string;
  /** ISO 8601. After this, the holder is considered dead. */
  expiresAt: string;
  /** Set when the meeting and its link stay the same. */
  purpose?: "change";
}

/** One of the bot's messages that shows the meeting. It is updated when the meeting changes. */
export interface PostedCard {
  /** With `;messageid=…` when the message is in a thread. */
  conversationId: string;
  activityId: string;
  serviceUrl: string;
  locale: string;
  timeZone: string;
  /** Teams ids of the people whose clients refresh the card automatically. */
  refreshUserIds: readonly string[];
}

/** Older cards are updated when someone opens them. */
export const MAX_POSTED_CARDS = 20;

/** A preview that was posted, so that it isn't posted twice. */
export interface PostedPreview {
  id: string;
  /** ISO 8601. The preview can't be sent after this, so the entry is dropped. */
  expiresAt: string;
}

/** Who got a personal message about the meeting of a generation, so that no one gets it twice. */
export interface ToldPeople {
  generation: number;
  /** Entra object ids in lower case. */
  aadIds: readonly string[];
}

/** An existing Teams meeting that someone made the conversation's, by its link. Graph isn't called for it. */
export interface AttachedMeeting {
  joinWebUrl: string;
  subject?: string;
  attachedBy: Person;
  /** ISO 8601. */
  attachedAt: string;
  /** Set if no one chose it: it's the meeting of the meeting chat itself. */
  isOfChat?: true;
}

/** Someone who is or was in a call. */
export interface SessionPerson {
  /** A hash: of the person, or of their presence if the source tells their devices apart. */
  id: string;
  /** Whose presence it is, so that each person counts once. A hash. */
  person?: string | undefined;
  isIn: boolean;
  /** ISO 8601. When they last joined or left. */
  at: string;
}

/** The last call in a meeting, as Teams told of it. Times are ISO 8601. */
export interface MeetingSession {
  /** The link of its meeting. With a new link, there's no session. */
  joinWebUrl: string;
  startedAt: string;
  /** Teams hasn't told of the start, so it's when someone joined, or the end if there's nothing else. */
  isStartGuessed?: true | undefined;
  /** Absent while the call is going on, or if Teams never told of the end. */
  endedAt?: string;
  /** What happened before this was another call. */
  previousEndedAt?: string | undefined;
  /** How many people took part, if a report told it. */
  peopleCount?: number;
  people?: readonly SessionPerson[];
  /** Teams' id of the meeting, which some events have instead of the link. */
  teamsMeetingId?: string | undefined;
  /** When posted cards were last updated with it. */
  shownAt?: string | undefined;
  /** They show an earlier state. */
  isUnshown?: true | undefined;
}

/** A meeting that repeats. Times are ISO 8601. Its next occurrence is the record's own time. */
export interface MeetingSeries {
  recurrence: Recurrence;
  /** The first occurrence. Later ones are as long. */
  startsAt: string;
  endsAt: string;
  /** Starts of occurrences that are left out. */
  skipped?: readonly string[];
  /** Occurrences at another time, by the start that the rule gives them. */
  moved?: Readonly<Record<string, TimeRange>>;
  /** Since when there are no occurrences and no reminders. */
  pausedAt?: string;
}

/** When people are reminded of a meeting. */
export interface MeetingReminder {
  /** Minutes before each start; 0 for never. */
  minutes: number;
}

/** The reminder that was posted last. The next one replaces it. */
export interface PostedReminder {
  /** ISO 8601. The start that it's about. */
  startsAt: string;
  /** Whose link it has. */
  generation: number;
  conversationId: string;
  activityId: string;
  serviceUrl: string;
}

/** A reminder that is planned: ISO 8601. */
export interface PlannedReminder {
  startsAt: string;
  /** When people are reminded. */
  dueAt: string;
}

interface RecordBase {
  key: MeetingKey;
  /** Raised with every new link, never lowered. */
  generation: number;
  requestedBy: Person;
  lease?: MeetingLease;
  /** Newest last. */
  cards?: readonly PostedCard[];
  postedPreviews?: readonly PostedPreview[];
  postedReminder?: PostedReminder;
  told?: ToldPeople;
  /** Invited people that no message reached. Cards name them until one does, or until the person who invited them acts. */
  untold?: readonly Attendee[];
  /** The Entra object id of who invited the last of them. */
  untoldBy?: string;
  /** Teams' id of the channel's team. */
  teamId?: string;
  /** ISO 8601. When the bot was removed from the conversation or its team; starts the retention period. */
  removedAt?: string;
  /** While set, this is the conversation's meeting, and the rest of the record is the one to go back to. */
  attached?: AttachedMeeting;
  /** The link that events find the record by, once the store has its row. */
  indexedLink?: string;
  session?: MeetingSession;
  callWatch?: CallWatch | undefined;
}

/** What outlives a record's meeting: its messages, who got none, and the meeting that's attached. */
export function toLastingFields(record: RecordBase) {
  const { cards, postedPreviews, postedReminder, untold, untoldBy, attached } = record;
  return { cards, postedPreviews, postedReminder, untold, untoldBy, attached };
}

/** What a meeting without a meeting at Graph is created with. */
interface PlannedRecord extends RecordBase {
  subject: string;
  time?: TimeRange;
  series?: MeetingSeries;
  attendees?: readonly Attendee[];
  /** Names of attendees. */
  people?: readonly Person[];
}

/**
 * A meeting was requested, and Graph hasn't answered yet. Without an organizer, the claim is free. It has what the claimer
 * requested, so that another caller can complete the claim with the same call.
 */
export interface ClaimedRecord extends PlannedRecord {
  state: "claimed";
  organizer?: Person;
}

/** ISO 8601. Without an end, Graph makes it one hour long. */
export interface TimeRange {
  startsAt: string;
  endsAt?: string;
}

export interface LiveRecord extends RecordBase {
  state: "live";
  organizer: Person;
  meeting: OnlineMeeting;
  /** ISO 8601. When Graph last returned the meeting. */
  fetchedAt: string;
  /** True for a scheduled meeting, false for a standing one. */
  isTimeGiven: boolean;
  isTiedToChannel: boolean;
  /** Graph rejected this channel once, so later calls leave it out. */
  wasChannelRefused: boolean;
  /** Names of attendees, which Graph doesn't return. */
  people?: readonly Person[];
  /** ISO 8601. When a standing or recurring meeting was last moved, or should have been, so that its link stays alive. */
  keptAliveAt?: string;
  /** Invited people who are still to be made co-organizers. */
  coOrganizersDue?: readonly Attendee[];
  series?: MeetingSeries;
  /** Absent for the default. */
  reminder?: MeetingReminder;
  /** The reminder that was planned last. It's not up to date if the meeting was changed since. */
  plannedReminder?: PlannedReminder;
  /**
   * ISO 8601. The start of which people were reminded last. Written before the message is sent, so that a process that
   * dies in between leaves no doubt: it isn't sent again.
   */
  remindedOf?: string;
  /** Counts the changes that a calendar entry shows: iCalendar's SEQUENCE. */
  revision?: number;
}

/**
 * The tombstone of a cancelled meeting. Its generation is the next meeting's. It has what the meeting was, so that it can be
 * created again. Release 0.1 kept only the subject.
 */
export interface CancelledRecord extends PlannedRecord {
  state: "cancelled";
  /** Also the next meeting's organizer. */
  organizer: Person;
  cancelledBy: Person;
  /** ISO 8601. */
  cancelledAt: string;
}

export type MeetingRecord = ClaimedRecord | LiveRecord | CancelledRecord;

/** The reminders of a meeting. A new link changes nothing about them. */
export function toReminderFields({ reminder, plannedReminder, remindedOf }: LiveRecord) {
  return { reminder, plannedReminder, remindedOf };
}
