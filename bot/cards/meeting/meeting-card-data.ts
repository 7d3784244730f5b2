import type { Mention } from "./mentions";
import type { Notice } from "../elements/notice-card";

/** All that the meeting card shows; every text is somebody's and untrusted. */
export interface MeetingCardData {
  subject: string;
  joinWebUrl: string;
  time: StandingTime | ScheduledTime;
  organizerName?: string;
  /** Names or addresses of all who are invited, those who are mentioned among them. */
  people?: readonly string[];
  /** Whom Teams shall tell of the card; for its first sending, or each change would tell them again. */
  mentions?: readonly Mention[];
  belongsTo: MeetingLocation | "elsewhere";
  /** Without it, the conversation's own meeting. */
  room?: Room;
  dialIn?: { tollNumber?: string; tollFreeNumber?: string; conferenceId?: string };
  /** What was read from a request, as `toEcho` words it. */
  understood?: string;
  /** When the link dies, ISO 8601; to be given only when that is soon. */
  expiresAt?: string;
  /** What happened or went wrong, told above everything else. */
  notice?: Notice;
  meetingToken: string;
  /** Where people's calendars are: `https://outlook.office.com`, or that of another cloud. */
  outlookOrigin: string;
  /** E-mail addresses whom the calendar entry invites. */
  calendarAddresses?: readonly string[];
  /** Entra object ids or Teams ids whose client refreshes the card by itself; 60 at most. */
  refreshUserIds: readonly string[];
  /** Whether the card offers the link, and what changes or ends the meeting, as far as that works where it is read. */
  hasMore?: boolean;
  /** For one person alone, who can put it before all: not with `isWithoutBot`. */
  isPrivate?: boolean;
  /** For a conversation that the bot is not in: no button but those that open a page. */
  isWithoutBot?: boolean;
}

/** Of the conversation in which the card is read. */
export type MeetingLocation =
  "channel" | "channel-untied" | "group-chat" | "meeting-chat" | "personal" | "person";

/** A meeting of a conversation besides its own one. */
export type Room = { kind: "named"; name: string } | { kind: "thread" };

/**
 * A meeting that is "open any time". Times, ISO 8601, only prefill the calendar: leave out those that
 * Graph made up and that have passed, and Outlook offers the next half hour instead.
 */
export interface StandingTime {
  kind: "standing";
  startsAt?: string;
  endsAt?: string;
}

/** ISO 8601. */
export interface ScheduledTime {
  kind: "scheduled";
  startsAt: string;
  endsAt: string;
}
