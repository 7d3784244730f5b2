import type { Activity } from "botbuilder";
import { readHostTenantId } from "../../src/meetings/record/host-tenant";
import { readField, readTextField } from "./read-field";
import type { CallNews } from "./turn";

const CHANGES: Readonly<Record<string, CallNews["change"]>> = {
  meetingstart: "started",
  meetingend: "ended",
  meetingparticipantjoin: "joined",
  meetingparticipantleave: "left",
};
const PREFIX = "application/vnd.microsoft.";
/** ISO 8601. Without an offset, it's in UTC. */
const TIME = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})?$/i;
/** An earlier time is an empty one of .NET, which is in the year 1. */
const MIN_TIME_MS = Date.UTC(2000);
/** Longer than any of Teams' ids. It's stored. */
const MAX_ID_LENGTH = 1_000;
/** As many people as one activity has room for. */
const MAX_PEOPLE = 1_000;

/**
 * Reads Teams' events about calls; `undefined` for anything else. Their fields are written in different cases in
 * Microsoft's docs and SDKs, and the title can be null, for which botbuilder's own schema throws. The meeting's id is the
 * one in the channel data: `value.Id` and the conversation's are others.
 * https://learn.microsoft.com/microsoftteams/platform/apps-in-teams-meetings/meeting-apps-apis#receive-real-time-teams-meeting-events
 */
export function parseCallNews(activity: Partial<Activity>): CallNews | undefined {
  const name = typeof activity.name === "string" ? activity.name.trim().toLowerCase() : "";
  const change = name.startsWith(PREFIX) ? CHANGES[name.slice(PREFIX.length)] : undefined;
  if (activity.type !== "event" || !change) return undefined;
  const { channelData, timestamp } = activity;
  const value: unknown = activity.value;
  const time = { started: "StartTime", ended: "EndTime", joined: "", left: "" }[change];
  return {
    kind: "call-news",
    change,
    tenantId: readHostTenantId(activity),
    joinWebUrl: readTextField(value, "JoinUrl"),
    teamsMeetingId: toId(readTextField(readField(channelData, "meeting"), "id")),
    at: toTime(readTextField(value, time)) ?? toTime(timestamp),
    people: listPeople(readField(value, "members"), change),
  };
}

function listPeople(members: unknown, change: CallNews["change"]): string[] {
  if (!Array.isArray(members)) return [];
  return members.slice(0, MAX_PEOPLE).flatMap((member: unknown) => {
    // Someone who left with one device is still there with another one.
    const isStillIn = readField(readField(member, "meeting"), "inMeeting") === true;
    if (change === "left" && isStillIn) return [];
    const user = readField(member, "user");
    const id = readTextField(user, "aadObjectId") ?? readTextField(user, "id");
    return id?.toLowerCase() ?? [];
  });
}

function toTime(text: unknown): string | undefined {
  const [written, offset] = (typeof text === "string" && TIME.exec(text.trim())) || [];
  const ms = Date.parse(written === undefined ? "" : offset ? written : `${written}Z`);
  return ms >= MIN_TIME_MS ? new Date(ms).toISOString() : undefined;
}

function toId(text: string | undefined): string | undefined {
  return text && text.length <= MAX_ID_LENGTH ? text : undefined;
}
