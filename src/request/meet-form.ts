import { Temporal } from "@js-temporal/polyfill";

/** The values of the dialog's fields; empty where nothing was entered. */
export interface MeetForm {
  topic: string;
  /** `2026-11-24`, in the person's time zone. */
  day: string;
  /** `15:00`. */
  time: string;
  minutes: string;
  /** Comma-separated Entra object ids, as the people picker writes them. */
  people: string;
  addresses: string;
  room: string;
}

export const EMPTY_FORM: Readonly<MeetForm> = {
  topic: "",
  day: "",
  time: "",
  minutes: "",
  people: "",
  addresses: "",
  room: "",
};

/** Whether the person changed a field; only then does it ask for anything. */
export function isTouched(form: MeetForm, shown: MeetForm, field: keyof MeetForm): boolean {
  return form[field].trim() !== shown[field].trim();
}

/** The changed fields, including those that were emptied. */
export function findEntered(form: MeetForm, shown: MeetForm): Partial<MeetForm> {
  return Object.fromEntries(
    Object.entries(form).filter(([name]) => isField(name) && isTouched(form, shown, name)),
  );
}

function isField(name: string): name is keyof MeetForm {
  return name in EMPTY_FORM;
}

/** `undefined` unless the calendar has this day. */
export function readDay(day: string): Temporal.PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  return ifInRange(() => Temporal.PlainDate.from(day, { overflow: "reject" }));
}

/** `undefined` unless it is a time of day. */
export function readTimeOfDay(time: string): Temporal.PlainTime | undefined {
  if (!/^\d{2}:\d{2}$/.test(time)) return undefined;
  return ifInRange(() => Temporal.PlainTime.from(time, { overflow: "reject" }));
}

function ifInRange<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined; // RangeError: not a date in the calendar, or not a time of day
  }
}
