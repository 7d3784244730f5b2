import { randomUUID } from "node:crypto";
import type { CloudState } from "../cloud-state";
import type { Meeting } from "../graph/meeting-store";
import { toJoinWebUrl } from "../graph/online-meeting";
import type { CallChange, CallOutcome } from "../graph/calls/call-log";

export type BotEvents = ReturnType<typeof createBotEvents>;

/**
 * Sends Teams' events about calls to a bot, for the meetings of channels: those of other chats would need the bot in the
 * meeting's own chat. They have no token, so only the demo's bot takes them.
 * https://learn.microsoft.com/microsoftteams/platform/apps-in-teams-meetings/meeting-apps-apis#receive-real-time-teams-meeting-events
 */
export function createBotEvents({
  origin,
  settings,
  meetings,
  now,
}: Pick<CloudState, "origin" | "settings" | "meetings" | "now">) {
  /** The ends that come after the next start, by link. */
  const lateEnds = new Map<string, object>();

  return {
    /** Sends what a change did, and resolves when the bot has answered. */
    async send(
      { joinWebUrl, joined = [], left = [] }: CallChange,
      { hasStarted, hasEnded }: CallOutcome,
    ): Promise<void> {
      const { botEndpoint, botEvents, botEventEnds, botEventOrder } = settings;
      const meeting = meetings.list().find((one) => toJoinWebUrl(one) === joinWebUrl);
      if (botEndpoint === null || botEvents === "none" || !meeting) return;
      if (!meeting.threadId.endsWith("@thread.tacv2")) return;
      const at = now().toISOString();
      const call = {
        MeetingType: "Unknown",
        Title: meeting.subject,
        Id: meeting.id,
        JoinUrl: joinWebUrl,
      };
      const toEnd = () => toEvent("meetingEnd", { ...call, EndTime: at });
      const joinedIds = joined.map(({ id }) => id);
      const events = [
        hasStarted && toEvent("meetingStart", { ...call, StartTime: at }),
        joinedIds.length > 0 && toEvent("meetingParticipantJoin", toMembers(joinedIds, true)),
        left.length > 0 && toEvent("meetingParticipantLeave", toMembers(left, false)),
        hasStarted && lateEnds.get(joinWebUrl),
        hasEnded && botEventEnds === "sent" && toEnd(),
      ].filter((event) => event !== false && event !== undefined);
      if (hasStarted) lateEnds.delete(joinWebUrl);
      if (hasEnded && botEventEnds === "after the next start") lateEnds.set(joinWebUrl, toEnd());
      for (const event of botEventOrder === "reversed" ? events.toReversed() : events) {
        await post(botEndpoint, { ...event, ...toPlace(meeting), timestamp: at });
      }
    },
  };

  function toEvent(name: string, value: object) {
    const written = settings.botEventCasing === "camelCase" ? toCamelCase(value) : value;
    return { type: "event", name: `application/vnd.microsoft.${name}`, value: written };
  }

  function toPlace({ threadId, organizer: { tenantId }, id }: Meeting) {
    return {
      id: randomUUID(),
      channelId: "msteams",
      serviceUrl: `${origin}/`,
      from: { id: "29:teams" },
      recipient: { id: "28:bot" },
      conversation: { id: threadId, conversationType: "channel", isGroup: true, tenantId },
      channelData: {
        tenant: { id: tenantId },
        channel: { id: threadId },
        meeting: { id: Buffer.from(`0#${id}#0`).toString("base64") },
      },
    };
  }
}

function toMembers(ids: readonly string[], inMeeting: boolean) {
  return {
    members: ids.map((id) => ({
      user: { id: `29:${id}`, aadObjectId: id, name: "Someone" },
      meeting: { inMeeting, role: "Attendee" },
    })),
  };
}

async function post(endpoint: string, activity: object): Promise<void> {
  const response = await fetch(endpoint, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(activity),
  });
  await response.arrayBuffer();
}

function toCamelCase(value: object): object {
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [
      key.charAt(0).toLowerCase() + key.slice(1),
      field as unknown,
    ]),
  );
}
