import type { LiveStatus } from "../../../src/meetings/live/live-status";
import type { AttendeeRole } from "../../../src/meetings/ports/online-meeting";
import type { RecurringTime } from "../elements/recurring-time";
import type { Mention } from "./mentions";
import type { Notice } from "../elements/notice-card";

/** What a meeting card shows. All texts are untrusted. */
export interface MeetingCardData {
  subject: string;
  joinWebUrl: string;
  time: MeetingTime;
  /** Set if the meeting was created elsewhere: the card has only what works without Graph. */
  attached?: AttachedInfo | undefined;
  /** The meeting's last call, if one is known. */
  live?: LiveStatus | undefined;
  organizerName?: string | undefined;
  /** Everyone invited, including the people in `mentions`. */
  people?: readonly Invitee[] | undefined;
  /** Teams notifies these people. Set only on the first post: every edit would notify them again. */
  mentions?: readonly Mention[] | undefined;
  /** Invited people who don't know it yet. */
  notNotified?: readonly NotNotified[] | undefined;
  belongsTo: MeetingLocation | "elsewhere";
  /** Absent for the conversation's main meeting. */
  room?: Room;
  /** Minutes before each start; set only if someone chose that for this meeting. */
  reminderMinutes?: number | undefined;
  dialIn?: { tollNumber?: string; tollFreeNumber?: string; conferenceId?: string } | undefined;
  status?: MeetingStatus | undefined;
  /** How the bot understood the request. Set only if that could surprise the person who asked. */
  understood?: string | undefined;
  /** ISO 8601. When the link expires; set only if that's soon. */
  expiresAt?: string;
  /** The card leaves out the current year. */
  now: Date;
  /** Shown at the top of the card. */
  notice?: Notice | undefined;
  meetingToken: string;
  /** The origin of Outlook in the viewer's cloud, such as `https://outlook.office.com`. */
  outlookOrigin: string;
  /** E-mail addresses for the calendar entry. */
  calendarAddresses?: readonly string[];
  /** The page with the ways to add the meeting to a calendar. Set if the bot can't answer with them. */
  calendarPage?: string | undefined;
  /** Entra object ids or Teams user ids whose clients refresh the card automatically; at most 60. */
  refreshUserIds: readonly string[];
  /** Only the viewer sees the card and can post it for everyone. Not with `isWithoutBot`. */
  isPrivate?: boolean | undefined;
  /** Teams no longer has the meeting, so the card offers a new link. */
  isGone?: boolean | undefined;
  /** The bot isn't in the conversation: only buttons that open a page work. */
  isWithoutBot?: boolean | undefined;
}

/** Without what differs between readers of the same language, from day to day, or when the card is posted. */
export type SharedCardData = Omit<
  MeetingCardData,
  "now" | "live" | "expiresAt" | "mentions" | "refreshUserIds"
>;

export interface Invitee {
  /** A name or an address. */
  name: string;
  role?: AttendeeRole | undefined;
}

export interface NotNotified {
  /** A name or an address. */
  name: string | undefined;
  /** For the email. */
  address: string | undefined;
}

/** A word at the top right of the card. */
export type MeetingStatus = "new-link" | "cancelled";

/** The conversation in which the card is shown. */
export type MeetingLocation =
  "channel" | "channel-untied" | "group-chat" | "meeting-chat" | "personal" | "person";

/** Any meeting of a conversation other than its main one. */
export type Room = { kind: "named"; name: string } | { kind: "thread" };

export type MeetingTime = StandingTime | ScheduledTime | RecurringTime | UnknownTime;

/** Who made it the conversation's meeting; `isOfChat` if it's the meeting chat's own. */
export interface AttachedInfo {
  byName?: string | undefined;
  isOfChat?: boolean;
}

/** The time of an attached meeting is only in someone's calendar. */
interface UnknownTime {
  kind: "unknown";
  startsAt?: undefined;
  endsAt?: undefined;
}

/**
 * A meeting without a fixed time. The ISO 8601 times only prefill the calendar entry. Leave out times that
 * Graph made up and that have passed: Outlook then suggests the next half hour.
 */
interface StandingTime {
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
