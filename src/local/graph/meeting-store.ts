import { randomInt, randomUUID } from "node:crypto";
import { DAY, toEpochMs, toInstant, type Instant } from "../instant";
import type { LocalSettings } from "../local-settings";
import type { Attendee } from "./meeting-body";
import type { ActingUser } from "./caller";
import { createDefaultOptions } from "./meeting-options";

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

type FoundMeeting =
  { state: "none" } | { state: "exists" | "deleted" | "expired"; meeting: Meeting };

export type MeetingStore = ReturnType<typeof createMeetingStore>;

export function createMeetingStore(settings: LocalSettings, now: () => Date) {
  const byId = new Map<string, Meeting>();
  const byIdentity = new Map<string, Meeting>();
  let lastMessageId = 0;

  const stateOf = (meeting: Meeting) => {
    if (meeting.isDeleted) return "deleted";
    const expiry = settings.afterExpiry === "same" ? undefined : toExpiry(meeting, settings);
    return expiry !== undefined && expiry <= toInstant(now()) ? "expired" : "exists";
  };
  return {
    /**
     * Looks up a meeting by its identity: tenant, user and externalId.
     * Source: learn.microsoft.com/graph/api/onlinemeeting-createorget (notes).
     */
    find(user: ActingUser, externalId: string): FoundMeeting {
      const meeting = byIdentity.get(toIdentity(user, externalId));
      return meeting ? { state: stateOf(meeting), meeting } : { state: "none" };
    },
    /** Returns `undefined` for a meeting that was deleted, has expired, or belongs to another tenant. */
    get(tenantId: string, meetingId: string): Meeting | undefined {
      const meeting = byId.get(meetingId);
      if (!meeting || meeting.organizer.tenantId !== tenantId) return undefined;
      return stateOf(meeting) === "exists" ? meeting : undefined;
    },
    /** Adds a meeting. If its identity already has one that exists, `find` keeps returning that one. */
    add(meeting: Meeting): void {
      const identity = toIdentity(meeting.organizer, meeting.externalId);
      const first = byIdentity.get(identity);
      if (!first || stateOf(first) !== "exists") byIdentity.set(identity, meeting);
      byId.set(meeting.id, meeting);
    },
    /** Lists the meetings that exist, oldest first. */
    list: () => [...byId.values()].filter((meeting) => stateOf(meeting) === "exists"),
    /** Returns a unique id for a channel post, in epoch milliseconds. */
    nextMessageId(at: Instant): string {
      lastMessageId = Math.max(lastMessageId + 1, toEpochMs(at));
      return String(lastMessageId);
    },
  };
}

function toIdentity(user: ActingUser, externalId: string): string {
  return JSON.stringify([user.tenantId, user.userId, externalId]);
}
