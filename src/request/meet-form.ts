import { Temporal } from "@js-temporal/polyfill";

/** What the fields of a dialog hold; empty where nothing was entered. */
export interface MeetForm {
  topic: string;
  /** `2026-11-24`, on the person's own clock. */
  day: string;
  /** `15:00`. */
  time: string;
  minutes: string;
  /** Entra object ids with commas between, as the people picker writes them. */
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

/** Whether a field holds something else than what it showed: only then is it a request. */
export function isTouched(form: MeetForm, shown: MeetForm, field: keyof MeetForm): boolean {
  return form[field].trim() !== shown[field].trim();
}

/** The touched fields, those that were emptied among them. */
export function findEntered(form: MeetForm, shown: MeetForm): Partial<MeetForm> {
  const entries = Object.entries(form);
  return Object.fromEntries(
    entries.filter(([field]) => isField(field) && isTouched(form, shown, field)),
  );
}

function isField(name: string): name is keyof MeetForm {
  return name in EMPTY_FORM;
}

/** `undefined` for what is no day of the calendar. */
export function readDay(day: string): Temporal.PlainDate | undefined {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day);
  return isDay ? attempt(() => Temporal.PlainDate.from(day, { overflow: "reject" })) : undefined;
}

/** `undefined` for what is no time of day. */
export function readTimeOfDay(time: string): Temporal.PlainTime | undefined {
  const isTime = /^\d{2}:\d{2}$/.test(time);
  return isTime ? attempt(() => Temporal.PlainTime.from(time, { overflow: "reject" })) : undefined;
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined; // RangeError: no calendar or clock has it
  }
}
