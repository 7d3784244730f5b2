import { randomInt, randomUUID } from "node:crypto";
import { DAY, type Instant } from "../instant";
import type { LocalSettings } from "../local-settings";
import type { Attendee } from "./attendees";
import type { MeetingOptions } from "./meeting-options";
import { createDefaultOptions } from "./meeting-options";
import type { ActingUser } from "./resolve-user";

/** What a caller may say of a meeting. */
interface MeetingDetails {
  subject: string | null;
  startsAt: Instant;
  endsAt: Instant;
  attendees: Attendee[];
}

/** A meeting as the embedded Graph keeps it. */
export interface Meeting extends MeetingDetails {
  readonly id: string;
  readonly organizer: ActingUser;
  readonly externalId: string;
  readonly createdAt: Instant;
  readonly threadId: string;
  readonly messageId: string;
  readonly conferenceId: string;
  readonly dialInId: string;
  readonly joinMeetingId: string;
  readonly passcode: string;
  readonly videoTeleconferenceId: string;
  options: MeetingOptions;
  /** When it was created or last changed. */
  touchedAt: Instant;
  isDeleted: boolean;
}

/** What a new meeting is made of. */
export interface NewMeeting extends MeetingDetails {
  organizer: ActingUser;
  externalId: string;
  createdAt: Instant;
  /** The channel's thread and the post that stands for the meeting; none outside a channel. */
  channel?: { threadId: string; messageId: string };
}

/** Makes a meeting with ids of the forms that Graph gives. */
export function createMeeting({ channel, ...given }: NewMeeting): Meeting {
  const chatName = Buffer.from(randomUUID()).toString("base64url");
  const threadId = channel?.threadId ?? `19:meeting_${chatName}@thread.v2`;
  const messageId = channel?.messageId ?? "0";
  return {
    ...given,
    id: toMeetingId(given.organizer.userId, messageId, threadId),
    threadId,
    messageId,
    conferenceId: randomDigits(9),
    dialInId: randomUUID(),
    joinMeetingId: randomDigits(12),
    passcode: randomUUID().slice(0, 6),
    videoTeleconferenceId: randomDigits(10),
    options: createDefaultOptions(),
    touchedAt: given.createdAt,
    isDeleted: false,
  };
}

/**
 * When the link dies: so many days (60) after the end, or after the last change when that is later.
 * Source: learn.microsoft.com/graph/api/resources/onlinemeeting (expiryDateTime).
 */
export function toExpiry(
  meeting: Meeting,
  { expiresInDays }: Pick<LocalSettings, "expiresInDays">,
): Instant | undefined {
  if (expiresInDays === null) return undefined;
  const last = meeting.endsAt > meeting.touchedAt ? meeting.endsAt : meeting.touchedAt;
  return last + BigInt(expiresInDays) * DAY;
}

/** `MSo…`: base64 of `1*<organizer>*<message>**<thread>`, as ids read in public reports of Graph. */
function toMeetingId(organizerId: string, messageId: string, threadId: string): string {
  return Buffer.from(`1*${organizerId}*${messageId}**${threadId}`).toString("base64");
}

function randomDigits(count: number): string {
  return Array.from({ length: count }, (_, index) => randomInt(index === 0 ? 1 : 0, 10)).join("");
}
