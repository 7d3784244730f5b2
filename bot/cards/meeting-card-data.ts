import type { Notice } from "./notice-card";

/** All that the meeting card shows; every text is somebody's and untrusted. */
export interface MeetingCardData {
  subject: string;
  joinWebUrl: string;
  time: StandingTime | ScheduledTime;
  organizerName?: string;
  belongsTo: "channel" | "channel-untied" | "group-chat" | "meeting-chat" | "personal";
  dialIn?: { tollNumber?: string; tollFreeNumber?: string; conferenceId?: string };
  /** What happened or went wrong, told above everything else. */
  notice?: Notice;
  sealedReference: string;
  /** Where people's calendars are: `https://outlook.office.com`, or that of another cloud. */
  outlookOrigin: string;
  /** Entra object ids or Teams ids whose client refreshes the card by itself; 60 at most. */
  refreshUserIds: readonly string[];
}

/**
 * A meeting that is "open any time". Times, ISO 8601, only prefill the calendar: leave out those that
 * Graph made up and that have passed, and Outlook offers the next half hour instead.
 */
interface StandingTime {
  kind: "standing";
  startsAt?: string;
  endsAt?: string;
}

/** ISO 8601. */
interface ScheduledTime {
  kind: "scheduled";
  startsAt: string;
  endsAt: string;
}
