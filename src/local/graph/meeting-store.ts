import { toEpochMs, toInstant, type Instant } from "../instant";
import type { LocalSettings } from "../local-settings";
import { toExpiry, type Meeting } from "./meeting";
import type { ActingUser } from "./caller";

type FoundMeeting =
  { state: "none" } | { state: "exists" | "deleted" | "expired"; meeting: Meeting };

export type MeetingStore = ReturnType<typeof createMeetingStore>;

/** Keeps the meetings of all tenants in memory. */
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
