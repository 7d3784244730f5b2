import { toEpochMs, toInstant, type Instant } from "../instant";
import type { LocalSettings } from "../local-settings";
import { toExpiry, type Meeting } from "./meeting";
import type { ActingUser } from "./resolve-user";

/** What is behind an identity: nothing yet, a meeting, or one that is no more. */
type Found =
  | { state: "none" }
  | { state: "exists"; meeting: Meeting }
  | { state: "deleted" | "expired"; meeting: Meeting };

/** The meetings of all tenants, in memory. */
export interface MeetingStore {
  /**
   * Looks up by Graph's identity of a meeting: tenant, user and externalId.
   * Source: learn.microsoft.com/graph/api/onlinemeeting-createorget (notes).
   */
  find(user: ActingUser, externalId: string): Found;
  /** The meeting of that id, unless it was deleted, expired, or is another tenant's. */
  get(tenantId: string, meetingId: string): Meeting | undefined;
  /** Keeps a meeting; it answers for its identity from now on, unless another one already does. */
  add(meeting: Meeting): void;
  /** Everything that `get` would answer, oldest first. */
  list(): Meeting[];
  /** A channel post's id, in epoch milliseconds: no two of them are alike. */
  nextMessageId(at: Instant): string;
}

export function createMeetingStore(settings: LocalSettings, now: () => Date): MeetingStore {
  const byId = new Map<string, Meeting>();
  const byIdentity = new Map<string, Meeting>();
  let lastMessageId = 0;

  const stateOf = (meeting: Meeting) => {
    if (meeting.isDeleted) return "deleted";
    const expiry = settings.afterExpiry === "same" ? undefined : toExpiry(meeting, settings);
    return expiry !== undefined && expiry <= toInstant(now()) ? "expired" : "exists";
  };
  return {
    find(user, externalId) {
      const meeting = byIdentity.get(toIdentity(user, externalId));
      return meeting ? { state: stateOf(meeting), meeting } : { state: "none" };
    },
    get(tenantId, meetingId) {
      const meeting = byId.get(meetingId);
      if (!meeting || meeting.organizer.tenantId !== tenantId) return undefined;
      return stateOf(meeting) === "exists" ? meeting : undefined;
    },
    add(meeting) {
      const identity = toIdentity(meeting.organizer, meeting.externalId);
      const first = byIdentity.get(identity);
      if (!first || stateOf(first) !== "exists") byIdentity.set(identity, meeting);
      byId.set(meeting.id, meeting);
    },
    list: () => [...byId.values()].filter((meeting) => stateOf(meeting) === "exists"),
    nextMessageId(at) {
      lastMessageId = Math.max(lastMessageId + 1, toEpochMs(at));
      return String(lastMessageId);
    },
  };
}

function toIdentity(user: ActingUser, externalId: string): string {
  return JSON.stringify([user.tenantId, user.userId, externalId]);
}
