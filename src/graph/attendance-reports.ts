import * as z from "zod";
import { isOutage } from "../errors";
import type { AttendanceReports } from "../meetings/ports/attendance-reports";
import type { GetGraphToken, RunGraphOperation } from "./graph-client";
import { parseAnswer } from "./parse-answer";
import { hasRole } from "./permissions";

/** https://learn.microsoft.com/graph/api/meetingattendancereport-list#permissions */
const ATTENDANCE_PERMISSION = "OnlineMeetingArtifact.Read.All";

const moment = z.iso.datetime({ offset: true });
const reportsSchema = z.object({
  value: z.array(
    z
      .object({
        meetingStartDateTime: moment,
        meetingEndDateTime: moment,
        totalParticipantCount: z.int().min(0),
      })
      .optional()
      // A report that is still being made.
      .catch(undefined),
  ),
});

/**
 * Attendance reports, with the app's own token: https://learn.microsoft.com/graph/api/meetingattendancereport-list. The
 * list has no names; the records of people are never asked for.
 */
export function createAttendanceReports(
  runOperation: RunGraphOperation,
  getToken: GetGraphToken,
): AttendanceReports {
  return {
    async isAllowed(tenantId) {
      return hasRole(await getToken({ tenantId }), ATTENDANCE_PERMISSION);
    },

    async list({ tenantId, organizerAadId, meetingId }) {
      const meeting = `/users/${encodeURIComponent(organizerAadId)}/onlineMeetings/${encodeURIComponent(meetingId)}`;
      const path = `/v1.0${meeting}/attendanceReports`;
      try {
        const answer = await runOperation((callGraph) =>
          callGraph({ tenantId, method: "GET", path, about: "attendance" }),
        );
        return parseAnswer(reportsSchema, answer).value.flatMap((report) =>
          report
            ? {
                startedAt: new Date(report.meetingStartDateTime).toISOString(),
                endedAt: new Date(report.meetingEndDateTime).toISOString(),
                peopleCount: report.totalParticipantCount,
              }
            : [],
        );
      } catch (error) {
        // No access policy for this organizer, or no report yet.
        if (isOutage(error)) throw error;
        return [];
      }
    },
  };
}
