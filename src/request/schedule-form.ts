import { EMPTY_FORM, OTHER_LENGTH, parseForm, USUAL_LENGTH } from "./meet-form";
import type { MeetForm, ParsedForm } from "./meet-form";
import { readWallClock, toWallText } from "./time/wall-time";

const STEP_MINUTES = 30;

interface FormContext {
  now: Date;
  timeZone: string;
}

/** A form for a new meeting at the next full or half hour. */
export function toScheduleForm({ now, timeZone }: FormContext): MeetForm {
  const { now: local } = readWallClock(now, timeZone);
  const next = local.add({ minutes: STEP_MINUTES - (local.minute % STEP_MINUTES) });
  const [day = "", time = ""] = toWallText(next).split("T");
  return { ...EMPTY_FORM, day, time, minutes: String(USUAL_LENGTH) };
}

/** Everything in the form counts, and a time is required. Without a day, it's today. */
export function parseScheduleForm(form: MeetForm, context: FormContext): ParsedForm {
  const today = readWallClock(context.now, context.timeZone).now.toPlainDate().toString();
  const day = form.day.trim() || today;
  const minutes = form.minutes.trim() || OTHER_LENGTH;
  return parseForm({ ...form, day, minutes }, EMPTY_FORM, context);
}
