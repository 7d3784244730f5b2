/** How to join by phone, as far as Graph told us. */
export interface DialIn {
  tollNumber?: string;
  tollFreeNumber?: string;
  conferenceId?: string;
}

/** https://learn.microsoft.com/graph/api/resources/meetingparticipantinfo */
export const ATTENDEE_ROLES = ["attendee", "presenter", "producer", "coorganizer"] as const;
export type AttendeeRole = (typeof ATTENDEE_ROLES)[number];

/** Somebody who was invited; known by Entra object id, by user principal name, or by both. */
export interface Attendee {
  aadId?: string;
  upn?: string;
  role?: AttendeeRole;
}

/** By the Entra object id where both have one, else by the user principal name. */
export function isSamePerson(one: Attendee, other: Attendee): boolean {
  if (one.aadId && other.aadId) return one.aadId.toLowerCase() === other.aadId.toLowerCase();
  return one.upn !== undefined && one.upn.toLowerCase() === other.upn?.toLowerCase();
}

/** Who comes in without waiting; https://learn.microsoft.com/graph/api/resources/lobbybypasssettings */
export const LOBBY_SCOPES = [
  "organizer",
  "organization",
  "organizationAndFederated",
  "everyone",
  "invited",
  "organizationExcludingGuests",
] as const;
/** Who presents; https://learn.microsoft.com/graph/api/resources/onlinemeeting */
export const PRESENTER_SCOPES = [
  "everyone",
  "organization",
  "roleIsPresenter",
  "organizer",
] as const;
export const CHAT_MODES = ["enabled", "limited", "disabled"] as const;

/** What people can set; a property is absent where Graph does not tell it, or tells what we do not know. */
export interface MeetingOptions {
  lobby?: (typeof LOBBY_SCOPES)[number];
  presenters?: (typeof PRESENTER_SCOPES)[number];
  isRecordedAutomatically?: boolean;
  chat?: (typeof CHAT_MODES)[number];
}

/** An online meeting as Graph last returned it; only what we use. Times are ISO 8601 in UTC. */
export interface OnlineMeeting {
  id: string;
  joinWebUrl: string;
  subject?: string;
  startsAt?: string;
  endsAt?: string;
  dialIn?: DialIn;
  attendees?: readonly Attendee[];
  /** When the link dies, as Graph says; never computed. */
  expiresAt?: string;
}

export interface CreateOrGetCall {
  tenantId: string;
  organizerAadId: string;
  externalId: string;
  /** The channel the meeting shall belong to; left out for chats, which the reference does not know. */
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
  /** Whether Graph put the meeting into the channel that was asked for. */
  isTiedToChannel: boolean;
  /** Graph would not take the channel, and the meeting came from a second call without it. */
  wasChannelRefused: boolean;
}

export interface MeetingAddress {
  tenantId: string;
  organizerAadId: string;
  meetingId: string;
}

/** Where Graph keeps the meeting of a record: under its organizer. */
export function toMeetingAddress({
  key,
  organizer,
  meeting,
}: {
  key: { tenantId: string };
  organizer: { aadId: string };
  meeting: { id: string };
}): MeetingAddress {
  return { tenantId: key.tenantId, organizerAadId: organizer.aadId, meetingId: meeting.id };
}

/** What is to be changed of a meeting; what is left out stays as it is. */
export interface MeetingChange {
  subject?: string;
  /** Graph takes both together or none. */
  time?: { startsAt: string; endsAt: string };
  /** Added to whoever is invited already; a role given here takes the place of the one there. */
  attendees?: readonly Attendee[];
  options?: MeetingOptions;
}

/** Graph, as the domain sees it. All calls throw an `AppError` for whatever Graph refuses or fails to do. */
export interface OnlineMeetings {
  createOrGet(request: CreateOrGetCall): Promise<CreateOrGetResult>;
  get(address: MeetingAddress): Promise<OnlineMeeting>;
  /** One PATCH; where people are added, after a look at who is invited already. */
  update(address: MeetingAddress, change: MeetingChange): Promise<OnlineMeeting>;
  getOptions(address: MeetingAddress): Promise<MeetingOptions>;
  /** A meeting that is gone already is deleted all the same. */
  delete(address: MeetingAddress): Promise<void>;
}

/**
 * What Graph says now of a meeting that we know. Users report that Graph adds " ended" to the subject of a
 * channel meeting when people leave it; no person has renamed it then.
 */
export function keepGivenSubject(known: OnlineMeeting, seen: OnlineMeeting): OnlineMeeting {
  const isGivenByPerson = seen.subject && seen.subject !== `${known.subject} ended`;
  return isGivenByPerson ? seen : { ...seen, subject: known.subject };
}
