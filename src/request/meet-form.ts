import { Temporal } from "@js-temporal/polyfill";
import { readAddress } from "./find-people";
import type { RequestedPerson } from "./meeting-request";
import { MAX_PEOPLE } from "./parse-request";
import type { Refused, RequestProblem } from "./request-problem";
import { DEFAULT_ROOM, readRoomName } from "./room-name";
import { refuseLength } from "./time/resolve-time";
import { resolveWallTime, toWallText, type WallClock } from "./time/wall-time";

export const EMPTY_FORM = {
  topic: "",
  /** `2026-11-24`, in the person's time zone. */
  day: "",
  /** `15:00`. */
  time: "",
  minutes: "",
  /** A rule as people type it, `ONCE` or `OWN_RULE`. */
  repeat: "",
  /** Comma-separated Entra object ids, as the people picker writes them. */
  people: "",
  addresses: "",
  room: "",
};

/** The values of a form's fields; empty where nothing was entered. */
export type MeetForm = typeof EMPTY_FORM;

/** In minutes. Graph's default for a start without an end: https://learn.microsoft.com/graph/api/onlinemeeting-createorget */
export const USUAL_LENGTH = 60;
/** In a list: a choice that leads to a field for any other. */
export const OTHER_CHOICE = "other";

/** The fields that the person changed or emptied: only these ask for anything. */
export function findEntered(form: MeetForm, shown: MeetForm): Partial<MeetForm> {
  const before: Partial<Record<string, string>> = shown;
  return Object.fromEntries(
    Object.entries(form).filter(([field, value]) => value.trim() !== before[field]?.trim()),
  );
}

/** Why a field can't be used. */
export interface FormProblem {
  field: keyof MeetForm;
  problem: RequestProblem;
}

/** Adds to the problems of the form. */
export type Report = (field: keyof MeetForm, problem: RequestProblem) => undefined;

/** Without a day, the start is today. */
export function readStart(
  form: Pick<MeetForm, "day" | "time">,
  clock: WallClock,
  report: Report,
): Temporal.Instant | undefined {
  const day = form.day.trim();
  const typedTime = form.time.trim();
  if (!day && !typedTime) return undefined;
  const date = day ? readDay(day) : clock.now.toPlainDate();
  if (!date) return report("day", { reason: "no-such-day", day });
  const time = readTimeOfDay(typedTime);
  if (!time) return report("time", { reason: "no-clock-time", date: date.toString() });
  const at = date.toPlainDateTime(time);
  const resolved = resolveWallTime(at, clock.zone);
  if (!resolved.ok) return report("time", resolved.problem);
  const isPast = Temporal.Instant.compare(resolved.instant, clock.instant) < 0;
  if (isPast) return report(day ? "day" : "time", { reason: "past", at: toWallText(at) });
  return resolved.instant;
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

export function readLength(form: Pick<MeetForm, "minutes">, report: Report): number | undefined {
  const typed = form.minutes.trim();
  if (!typed) return undefined;
  const read = readMinutes(typed);
  return read.ok ? read.minutes : report("minutes", read.problem);
}

/** A length in whole minutes, as typed into a field. */
export function readMinutes(typed: string): { ok: true; minutes: number } | Refused {
  const minutes = /^\d{1,9}$/.test(typed) ? Number(typed) : 0;
  return refuseLength(minutes) ?? { ok: true, minutes };
}

const AAD_ID = /^(?:8:orgid:)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** Teams' own id of a person, which some clients send instead of Entra's. */
const TEAMS_ID = /^29:[\w-]{1,200}$/;

/** Picked people, by id only, and typed addresses; each person once. */
export function readPeople(
  { people, addresses }: MeetForm,
  report: Report,
): readonly RequestedPerson[] {
  const unique = new Map<string, RequestedPerson>();
  for (const id of split(people)) {
    const mentionId = AAD_ID.exec(id)?.[1]?.toLowerCase() ?? TEAMS_ID.exec(id)?.[0];
    if (mentionId) unique.set(mentionId, { kind: "mention", mentionId, name: "" });
  }
  const typedAddresses = split(addresses);
  for (const typed of typedAddresses) {
    const upn = readAddress(typed);
    if (upn === undefined) {
      report("addresses", { reason: "no-address", typed });
      return [];
    }
    unique.set(upn, { kind: "address", upn });
  }
  const [count, maxPeople] = [unique.size, MAX_PEOPLE];
  if (count > maxPeople) {
    const field = typedAddresses.length > 0 ? "addresses" : "people";
    report(field, { reason: "too-many-people", count, maxPeople });
  }
  return [...unique.values()];
}

function split(typed: string): string[] {
  return typed.split(/[\s,;，；、]+/u).filter((part) => part !== "");
}

export function readRoom(form: MeetForm, report: Report): string {
  const typed = form.room.trim().replace(/^[#＃]/u, "");
  if (!typed) return DEFAULT_ROOM;
  const name = readRoomName(typed);
  if (name.ok) return name.room;
  report("room", name.problem);
  return DEFAULT_ROOM;
}
