import { memoizeFrozen } from "../../async/memo";
import type { LiveRecord } from "../record/meeting-record";

/** How to join by phone. */
export interface DialIn {
  tollNumber?: string;
  tollFreeNumber?: string;
  conferenceId?: string;
}

/** https://learn.microsoft.com/graph/api/resources/meetingparticipantinfo */
export const ATTENDEE_ROLES = ["attendee", "presenter", "producer", "coorganizer"] as const;
export type AttendeeRole = (typeof ATTENDEE_ROLES)[number];

/** An invited person, known by Entra object id, user principal name, or both. */
export interface Attendee {
  aadId?: string;
  upn?: string;
  role?: AttendeeRole;
}

/** Compares Entra object ids if both have one, otherwise user principal names. */
export function isSamePerson(a: Attendee, b: Attendee): boolean {
  if (a.aadId && b.aadId) return a.aadId.toLowerCase() === b.aadId.toLowerCase();
  return a.upn !== undefined && a.upn.toLowerCase() === b.upn?.toLowerCase();
}

export function isAmong(person: Attendee, others: readonly Attendee[]): boolean {
  return others.some((other) => isSamePerson(person, other));
}

/** Who bypasses the lobby, in the order of the options in Teams: https://learn.microsoft.com/graph/api/resources/lobbybypasssettings */
export const LOBBY_SCOPES = [
  "everyone",
  "organizationAndFederated",
  "organization",
  "organizationExcludingGuests",
  "invited",
  "organizer",
] as const;
/** Who can present: https://learn.microsoft.com/graph/api/resources/onlinemeeting */
export const PRESENTER_SCOPES = [
  "everyone",
  "organization",
  "roleIsPresenter",
  "organizer",
] as const;
export const CHAT_MODES = ["enabled", "limited", "disabled"] as const;

/** Options that people can set. Absent when Graph returns none, or an unknown value. */
export interface MeetingOptions {
  lobby?: (typeof LOBBY_SCOPES)[number];
  presenters?: (typeof PRESENTER_SCOPES)[number];
  isRecordedAutomatically?: boolean;
  chat?: (typeof CHAT_MODES)[number];
}

/** The parts of Graph's online meeting that we use. Times are ISO 8601 in UTC. */
export interface OnlineMeeting {
  id: string;
  joinWebUrl: string;
  subject?: string;
  startsAt?: string;
  endsAt?: string;
  dialIn?: DialIn;
  attendees?: readonly Attendee[];
  /** When the link expires, according to Graph. */
  expiresAt?: string;
}

export interface CreateOrGetCall {
  tenantId: string;
  organizerAadId: string;
  externalId: string;
  /** The channel to link the meeting to. Absent for chats, which the API doesn't support. */
  channelThreadId?: string;
  subject?: string;
  startsAt?: string;
  endsAt?: string;
  attendees?: readonly Attendee[];
}

export interface CreateOrGetResult {
  meeting: OnlineMeeting;
  /** 201 rather than 200. */
  wasCreated: boolean;
  /** Whether Graph linked the meeting to the channel. */
  isTiedToChannel: boolean;
  /** Graph rejected the channel, and a second call without it succeeded. */
  wasChannelRefused: boolean;
}

export interface MeetingAddress {
  tenantId: string;
  organizerAadId: string;
  meetingId: string;
}

/** Graph keeps a meeting under its organizer. */
export function toMeetingAddress({ key, organizer, meeting }: LiveRecord): MeetingAddress {
  return { tenantId: key.tenantId, organizerAadId: organizer.aadId, meetingId: meeting.id };
}

/** The properties to change. Absent ones stay as they are. */
export interface MeetingChange {
  subject?: string;
  /** Graph requires both. */
  time?: { startsAt: string; endsAt: string };
  /** Added to the invited people. A role given here replaces an earlier one. */
  attendees?: readonly Attendee[];
  /** No longer invited. */
  removed?: readonly Attendee[];
  options?: MeetingOptions;
}

/** Graph, as the domain sees it. Every call throws an `AppError` when Graph fails. Implemented by `src/graph/online-meetings.ts`. */
export interface OnlineMeetings {
  createOrGet(request: CreateOrGetCall): Promise<CreateOrGetResult>;
  get(address: MeetingAddress): Promise<OnlineMeeting>;
  /** One PATCH. Adding people needs a GET of the invited ones first. */
  update(address: MeetingAddress, change: MeetingChange): Promise<OnlineMeeting>;
  getOptions(address: MeetingAddress): Promise<MeetingOptions>;
  /** Succeeds when the meeting is already gone. */
  delete(address: MeetingAddress): Promise<void>;
}

/**
 * The fetched meeting with the right subject. Users report that Graph adds " ended" to the subject of a channel meeting
 * when people leave it, without anyone renaming it.
 *
 * Returns the known meeting if nothing about it has changed, because cards are remembered by it.
 */
export function keepGivenSubject(known: OnlineMeeting, fetched: OnlineMeeting): OnlineMeeting {
  const isGivenByPerson = fetched.subject && fetched.subject !== `${known.subject} ended`;
  const next = isGivenByPerson ? fetched : { ...fetched, subject: known.subject };
  return toText(next) === toText(known) ? known : next;
}

const toText = memoizeFrozen((meeting: OnlineMeeting) => JSON.stringify(meeting));
