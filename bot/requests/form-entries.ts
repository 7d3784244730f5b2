import * as z from "zod";
import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import type { EditedValues } from "../../src/request/edit-form";
import {
  EMPTY_FORM,
  OTHER_CHOICE,
  type FormProblem,
  type MeetForm,
} from "../../src/request/meet-form";
import { ONCE, OWN_RULE } from "../../src/request/repeat-field";
import { toPickedTime } from "../../src/request/picked-time";
import type { FieldProblem } from "../cards/form-fields";
import type { Viewer } from "../turn/viewer";
import { explainRequestProblem } from "./explain-request-problem";

const MINUTE_MS = 60_000;
/** More than anyone enters. All of it comes back in a preview's token. */
const MAX_FIELD = 4000;

const field = z
  .union([z.string(), z.number()])
  .transform((entered) => String(entered).slice(0, MAX_FIELD))
  .catch("");
/** Clients leave empty fields out. */
const formSchema = z
  .object({
    topic: field,
    day: field,
    time: field,
    minutes: field,
    repeat: field,
    people: field,
    addresses: field,
    room: field,
  })
  .catch(EMPTY_FORM);

/** What was entered into a form. */
export function readEntries(data: unknown): MeetForm {
  return formSchema.parse(data);
}

/** The meeting's values in a form's fields, for a viewer in the time zone. A meeting without a time has only a name. */
export function toMeetingValues(
  { meeting, isTimeGiven, series }: LiveRecord,
  timeZone: string,
): EditedValues {
  const { subject: topic = "", startsAt, endsAt } = meeting;
  const repeat = series ? OWN_RULE : ONCE;
  if (!isTimeGiven || !startsAt || !endsAt)
    return { topic, day: "", time: "", minutes: "", repeat };
  const { day, time } = toPickedTime(startsAt, timeZone);
  const minutes = Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / MINUTE_MS);
  return { topic, day, time, minutes: String(minutes), repeat };
}

/** The problems, as texts below the form's fields. */
export function explainEntries(
  form: MeetForm,
  problems: readonly FormProblem[],
  viewer: Viewer,
  now: Date,
): FieldProblem[] {
  return problems.map(({ field: id, problem }) => {
    const { title, text } = explainRequestProblem(problem, viewer, now);
    // They chose something else than what is listed, and get a field for it.
    const isAsked = form[id] === OTHER_CHOICE;
    return { field: id, text: isAsked ? title : `${title}\n${text}` };
  });
}

export function toLines(problems: readonly FieldProblem[]): string {
  return problems.map(({ text }) => text).join("\n");
}
