import { randomInt, randomUUID } from "node:crypto";
import { DAY, type Instant } from "../instant";
import type { LocalSettings } from "../local-settings";
import type { Attendee } from "./attendees";
import { createDefaultOptions } from "./meeting-options";
import type { ActingUser } from "./caller";

interface NewMeeting {
  organizer: ActingUser;
  externalId: string;
  createdAt: Instant;
  subject: string | null;
  startsAt: Instant;
  endsAt: Instant;
  attendees: Attendee[];
  /** The channel's thread, and the post that represents the meeting. */
  channel?: { threadId: string; messageId: string };
}

export type Meeting = ReturnType<typeof createMeeting>;

/** Creates a meeting whose ids look like Graph's. */
export function createMeeting({ channel, ...details }: NewMeeting) {
  const chatName = Buffer.from(randomUUID()).toString("base64url");
  const threadId = channel?.threadId ?? `19:meeting_${chatName}@thread.v2`;
  const messageId = channel?.messageId ?? "0";
  return {
    ...details,
    id: toMeetingId(details.organizer.userId, messageId, threadId),
    threadId,
    messageId,
    conferenceId: randomDigits(9),
    dialInId: randomUUID(),
    joinMeetingId: randomDigits(12),
    passcode: randomUUID().slice(0, 6),
    videoTeleconferenceId: randomDigits(10),
    options: createDefaultOptions(),
    changedAt: details.createdAt,
    isDeleted: false,
  };
}

/**
 * When the link expires: `expiresInDays` after the meeting's end or its last change, whichever is later.
 * Source: learn.microsoft.com/graph/api/resources/onlinemeeting (expiryDateTime).
 */
export function toExpiry(
  { endsAt, changedAt }: Meeting,
  { expiresInDays }: Pick<LocalSettings, "expiresInDays">,
): Instant | undefined {
  if (expiresInDays === null) return undefined;
  return (endsAt > changedAt ? endsAt : changedAt) + BigInt(expiresInDays) * DAY;
}

/** `MSo…`: base64 of `1*<organizer>*<message>**<thread>`, like the ids in public bug reports. */
function toMeetingId(organizerId: string, messageId: string, threadId: string): string {
  return Buffer.from(`1*${organizerId}*${messageId}**${threadId}`).toString("base64");
}

function randomDigits(count: number): string {
  return Array.from({ length: count }, (_, index) => randomInt(index === 0 ? 1 : 0, 10)).join("");
}
