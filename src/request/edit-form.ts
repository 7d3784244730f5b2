import {
  OTHER_CHOICE,
  readLength,
  readPeople,
  readStart,
  type FormProblem,
  type MeetForm,
  type Report,
} from "./meet-form";
import type { RequestedTime } from "./meeting-request";
import type { ParsedForm } from "./parse-form";
import type { RequestContext } from "./parse-request";
import { isRuleEntered, readSeries } from "./repeat-field";
import { DEFAULT_ROOM } from "./room-name";
import { readSubject } from "./subject";
import { readWallClock, toInstantText, type WallClock } from "./time/wall-time";

/** The values of a meeting that a form for changes shows in its fields. */
export type EditedValues = Pick<MeetForm, "topic" | "day" | "time" | "minutes" | "repeat">;

/**
 * Parses a form for changes: only what differs from the shown values asks for anything, so that changes that others
 * made in the meantime stay. Reports all problems at once.
 *
 * @param shown A meeting without a time has no day, and a suggested duration.
 */
export function parseEditForm(
  form: MeetForm,
  shown: EditedValues,
  context: RequestContext,
): ParsedForm {
  const problems: FormProblem[] = [];
  const report: Report = (field, problem) => void problems.push({ field, problem });
  const isNameEntered = differs(form, shown, "topic");
  const subject = readSubject(isNameEntered ? form.topic : "");
  if (isNameEntered && !subject.topic) report("topic", { reason: "no-name" });
  const when = isRuleEntered(form, shown)
    ? readSeries(form, context, report)
    : { time: readTime(form, shown, readWallClock(context.now, context.timeZone), report) };
  const people = readPeople(form, report);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, request: { ...subject, ...when, people, room: DEFAULT_ROOM, isHere: false } };
}

function differs(form: MeetForm, shown: EditedValues, field: keyof EditedValues): boolean {
  return form[field].trim() !== shown[field].trim();
}

/** A new start alone keeps the meeting's length, and a new length its start. */
function readTime(
  form: MeetForm,
  shown: EditedValues,
  clock: WallClock,
  report: Report,
): RequestedTime | undefined {
  const isStartEntered = differs(form, shown, "day") || differs(form, shown, "time");
  const isLengthEntered = differs(form, shown, "minutes");
  if (!isStartEntered && !isLengthEntered) return undefined;
  const isScheduled = shown.day !== "";
  if (isScheduled && !form.day.trim()) return report("day", { reason: "time-needed" });
  const isLengthUsed = isLengthEntered || !isScheduled;
  const minutes = isLengthUsed
    ? readLength({ ...form, minutes: form.minutes.trim() || OTHER_CHOICE }, report)
    : undefined;
  if (isScheduled && !isStartEntered) {
    return minutes === undefined ? undefined : { kind: "length", minutes };
  }
  const day = form.day.trim() || clock.now.toPlainDate().toString();
  const start = readStart({ day, time: form.time }, clock, report);
  if (!start) return undefined;
  const startsAt = toInstantText(start);
  if (minutes === undefined) return { kind: "start", startsAt };
  return { kind: "span", startsAt, endsAt: toInstantText(start.add({ minutes })) };
}
