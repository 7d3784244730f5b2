import type { RequestHandler } from "express";
import type { CloudState } from "../../cloud-state";
import { readCaller, resolveUser } from "../caller";
import { GraphError } from "../graph-error";
import { toJoinWebUrl } from "../online-meeting";
import type { AttendanceReport } from "./call-log";

const MAX_REPORTS = 50;

/**
 * Answers `GET …/onlineMeetings/{id}/attendanceReports` for applications: the newest 50, and for a channel meeting those
 * of all meetings of the channel.
 * Source: learn.microsoft.com/graph/api/meetingattendancereport-list.
 *
 * @throws GraphError 403 without `OnlineMeetingArtifact.Read.All` or an application access policy, 404 for no meeting
 */
export function createListAttendanceReports(
  state: CloudState,
): RequestHandler<{ userId?: string; meetingId: string }> {
  const { keys, settings, meetings, calls, now } = state;
  return (req, res) => {
    const caller = readCaller(req.get("Authorization"), keys);
    const user = resolveUser(caller, req.params.userId, "artifact", settings);
    const meeting = meetings.get(user.tenantId, req.params.meetingId);
    if (meeting?.organizer.userId !== user.userId) throw GraphError.noSuchMeeting();
    const others = meetings.list().filter(({ threadId }) => threadId === meeting.threadId);
    const links = new Set(others.map(toJoinWebUrl));
    const readyBefore = now().getTime() - settings.attendanceDelaySeconds * 1_000;
    const value = calls
      .reports()
      .filter(
        ({ joinWebUrl, endedAt }) => links.has(joinWebUrl) && endedAt.getTime() <= readyBefore,
      )
      .slice(-MAX_REPORTS)
      .toReversed()
      .map(toResource);
    res.json({ "@odata.count": value.length, value });
  };
}

/** A list has no attendance records. */
function toResource({ id, startedAt, endedAt, totalParticipantCount }: AttendanceReport) {
  return {
    id,
    totalParticipantCount,
    meetingStartDateTime: startedAt.toISOString(),
    meetingEndDateTime: endedAt.toISOString(),
  };
}
