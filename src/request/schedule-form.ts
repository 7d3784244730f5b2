import { EMPTY_FORM, OTHER_CHOICE, USUAL_LENGTH, type MeetForm } from "./meet-form";
import { parseForm, type ParsedForm } from "./parse-form";
import type { RequestContext } from "./parse-request";
import { ONCE } from "./repeat-field";
import { readWallClock, toWallText } from "./time/wall-time";

const STEP_MINUTES = 30;

/** A form for a new meeting at the next full or half hour. */
export function toScheduleForm({ now, timeZone }: RequestContext): MeetForm {
  const { now: local } = readWallClock(now, timeZone);
  const next = local.add({ minutes: STEP_MINUTES - (local.minute % STEP_MINUTES) });
  const [day = "", time = ""] = toWallText(next).split("T");
  return { ...EMPTY_FORM, day, time, minutes: String(USUAL_LENGTH), repeat: ONCE };
}

/** Everything in the form counts, and a time is required. Without a day, it's today. */
export function parseScheduleForm(form: MeetForm, context: RequestContext): ParsedForm {
  const today = readWallClock(context.now, context.timeZone).now.toPlainDate().toString();
  const day = form.day.trim() || today;
  const minutes = form.minutes.trim() || OTHER_CHOICE;
  return parseForm({ ...form, day, minutes }, EMPTY_FORM, context);
}
