import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import { EMPTY_FORM, type MeetForm } from "../../src/request/meet-form";
import { readWallClock } from "../../src/request/time/wall-time";

/** What a dialog shows of the meeting that there is. Who is invited already is no entry: people are only added. */
export function toMeetForm({ meeting, isTimeGiven }: LiveRecord, timeZone: string): MeetForm {
  const form = { ...EMPTY_FORM, topic: meeting.subject ?? "" };
  const { startsAt, endsAt } = meeting;
  if (!isTimeGiven || !startsAt || !endsAt) return form;
  const start = readWallClock(new Date(startsAt), timeZone).now;
  return {
    ...form,
    day: start.toPlainDate().toString(),
    time: start.toPlainTime().toString({ smallestUnit: "minute" }),
    minutes: String(Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000)),
  };
}
