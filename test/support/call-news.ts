import type { Activity } from "botbuilder";
import { event, type ActivityOptions, type TestPerson } from "./activities";

/** Teams' own id of a meeting: none of the others in the event. */
const TEAMS_MEETING_ID = "MCMxOTptZWV0aW5nX09Ua3hZakUzWkRjQHRocmVhZC52MiMw";

type Options = Omit<ActivityOptions, "from"> & { meetingId?: string };

/**
 * What Teams sends to a bot when a call starts or ends, with the fields as its docs write them:
 * https://learn.microsoft.com/microsoftteams/platform/apps-in-teams-meetings/meeting-apps-apis#receive-real-time-teams-meeting-events
 */
export function callNews(
  change: "Start" | "End",
  joinUrl: string,
  at: string,
  options: Options = {},
): Partial<Activity> {
  return news(options, {
    name: `application/vnd.microsoft.meeting${change}`,
    timestamp: new Date(at),
    value: {
      MeetingType: "Scheduled",
      Title: "A secret project",
      Id: "value-id",
      JoinUrl: joinUrl,
      [`${change}Time`]: at,
    },
  });
}

/** What it sends when people join or leave. */
export function peopleNews(
  change: "Join" | "Leave",
  people: readonly TestPerson[],
  at: string,
  options: Options = {},
): Partial<Activity> {
  return news(options, {
    name: `application/vnd.microsoft.meetingParticipant${change}`,
    timestamp: new Date(at),
    value: {
      members: people.map(({ teamsId, name, aadId }) => ({
        user: { id: teamsId, name, aadObjectId: aadId },
        meeting: { inMeeting: change === "Join", role: "Attendee" },
      })),
    },
  });
}

function news(
  { meetingId = TEAMS_MEETING_ID, ...options }: Options,
  fields: Partial<Activity>,
): Partial<Activity> {
  const base = event({ type: "event", ...fields }, options);
  const channelData = base.channelData as object;
  return { ...base, channelData: { ...channelData, meeting: { id: meetingId } } };
}
