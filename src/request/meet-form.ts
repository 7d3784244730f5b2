import { Temporal } from "@js-temporal/polyfill";

export const EMPTY_FORM = {
  topic: "",
  /** `2026-11-24`, in the person's time zone. */
  day: "",
  /** `15:00`. */
  time: "",
  minutes: "",
  /** Comma-separated Entra object ids, as the people picker writes them. */
  people: "",
  addresses: "",
  room: "",
};

/** The values of the dialog's fields; empty where nothing was entered. */
export type MeetForm = typeof EMPTY_FORM;

/** The fields that the person changed or emptied: only these ask for anything. */
export function findEntered(form: MeetForm, shown: MeetForm): Partial<MeetForm> {
  const before: Partial<Record<string, string>> = shown;
  return Object.fromEntries(
    Object.entries(form).filter(([field, value]) => value.trim() !== before[field]?.trim()),
  );
}

/** `undefined` unless the calendar has this day. */
export function readDay(day: string): Temporal.PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  try {
    return Temporal.PlainDate.from(day, { overflow: "reject" });
  } catch {
    return undefined;
  }
}

/** `undefined` unless it's a time of day. */
export function readTimeOfDay(time: string): Temporal.PlainTime | undefined {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time) ? Temporal.PlainTime.from(time) : undefined;
}
