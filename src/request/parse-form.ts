import {
  findEntered,
  readLength,
  readPeople,
  readRoom,
  readStart,
  type FormProblem,
  type MeetForm,
  type Report,
} from "./meet-form";
import type { MeetingRequest, RequestedTime } from "./meeting-request";
import type { RequestContext } from "./parse-request";
import { isRuleEntered, readSeries } from "./repeat-field";
import { readSubject } from "./subject";
import { readWallClock, toInstantText, type WallClock } from "./time/wall-time";

export type ParsedForm =
  { ok: true; request: MeetingRequest } | { ok: false; problems: readonly FormProblem[] };

/**
 * Parses a dialog: only the fields that the person changed ask for anything. Reports all problems at once.
 *
 * @param shown The values of the fields when the dialog opened.
 */
export function parseForm(form: MeetForm, shown: MeetForm, context: RequestContext): ParsedForm {
  const problems: FormProblem[] = [];
  const report: Report = (field, problem) => void problems.push({ field, problem });
  const entered = findEntered(form, shown);
  const subject = readSubject(entered.topic ?? "");
  const when = isRuleEntered(form, shown)
    ? readSeries(form, context, report)
    : { time: readTime(form, entered, readWallClock(context.now, context.timeZone), report) };
  const people = readPeople(form, report);
  const room = readRoom(form, report);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, request: { ...subject, ...when, people, room, isHere: false } };
}

/**
 * A changed start uses the length in the form. A changed length uses the start in the form only if the room changed too;
 * otherwise it keeps the meeting's start, or starts now.
 */
function readTime(
  form: MeetForm,
  entered: Partial<MeetForm>,
  clock: WallClock,
  report: Report,
): RequestedTime | undefined {
  const isLengthEntered = entered.minutes !== undefined;
  const isStartEntered = entered.day !== undefined || entered.time !== undefined;
  const isStartUsed = isStartEntered || (isLengthEntered && entered.room !== undefined);
  const start = isStartUsed ? readStart(form, clock, report) : undefined;
  const minutes = isLengthEntered || start ? readLength(form, report) : undefined;
  if (!start) return minutes === undefined ? undefined : { kind: "length", minutes };
  const startsAt = toInstantText(start);
  if (minutes === undefined) return { kind: "start", startsAt };
  return { kind: "span", startsAt, endsAt: toInstantText(start.add({ minutes })) };
}
