/** How to join by phone, as far as Graph told us. */
export interface DialIn {
  tollNumber?: string;
  tollFreeNumber?: string;
  conferenceId?: string;
}

/** An online meeting as Graph last returned it; only what we use. Times are ISO 8601 in UTC. */
export interface OnlineMeeting {
  id: string;
  joinWebUrl: string;
  subject?: string;
  startsAt?: string;
  endsAt?: string;
  dialIn?: DialIn;
}

export interface CreateOrGetRequest {
  tenantId: string;
  organizerAadId: string;
  externalId: string;
  /** The channel the meeting shall belong to; left out for chats, which the reference does not know. */
  channelThreadId?: string;
  subject?: string;
  startsAt?: string;
  endsAt?: string;
}

export interface CreateOrGetAnswer {
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

/** Graph, as the domain sees it. Both calls throw an `AppError` for whatever Graph refuses or fails to do. */
export interface OnlineMeetings {
  createOrGet(request: CreateOrGetRequest): Promise<CreateOrGetAnswer>;
  get(address: MeetingAddress): Promise<OnlineMeeting>;
}

/**
 * What Graph says now of a meeting that we know. Users report that Graph adds " ended" to the subject of a
 * channel meeting when people leave it; no person has renamed it then.
 */
export function keepGivenSubject(known: OnlineMeeting, seen: OnlineMeeting): OnlineMeeting {
  const isGivenByPerson = seen.subject && seen.subject !== `${known.subject} ended`;
  return isGivenByPerson ? seen : { ...seen, subject: known.subject };
}
