import { Temporal } from "@js-temporal/polyfill";

import { readSubject } from "./subject";
import { readAddress } from "./find-people";
import { isTouched, readDay, readTimeOfDay, type MeetForm } from "./meet-form";
import type { MeetingRequest, RequestedPerson, RequestedTime } from "./meeting-request";
import { MAX_PEOPLE } from "./parse-request";
import type { RequestProblem } from "./request-problem";
import { DEFAULT_ROOM, MAX_ROOM_CHARACTERS, readRoomName } from "./room-name";
import { MAX_MEETING_MINUTES } from "./time/resolve-time";
import { readWallClock, resolveWallTime, toWallText, type WallClock } from "./time/wall-time";

/** Why an entry cannot be used, and which. */
export interface FormProblem {
  field: keyof MeetForm;
  problem: RequestProblem;
}

export type ParsedForm =
  { ok: true; request: MeetingRequest } | { ok: false; problems: readonly FormProblem[] };

/** An entry as it was understood; nothing where it asks for nothing. */
type Entry<T> = { ok: true; value: T } | { ok: false; problems: FormProblem[] };

/**
 * What a dialog asks for: only what is other than what it showed. Every entry that cannot be used is named at once.
 *
 * @param shown What the fields held when the dialog was opened.
 */
export function parseForm(
  form: MeetForm,
  shown: MeetForm,
  { now, timeZone }: { now: Date; timeZone: string },
): ParsedForm {
  const wall = readWallClock(now, timeZone);
  const topic = readSubject(isTouched(form, shown, "topic") ? form.topic : "");
  const time = readTime(form, shown, wall);
  const people = readPeople(form);
  const room = readRoom(form);
  if (!time.ok || !people.ok || !room.ok) {
    return {
      ok: false,
      problems: [time, people, room].flatMap((one) => (one.ok ? [] : one.problems)),
    };
  }
  return {
    ok: true,
    request: {
      topic: topic.text,
      wasTopicCut: topic.wasCut,
      ...(time.value && { time: time.value }),
      people: people.value,
      room: room.value,
      isHere: false,
    },
  };
}

/**
 * A start that was entered has the length that stands beside it, and for another room than was shown a length has
 * the start; else a length alone leaves the start as it is, or runs from now.
 */
function readTime(
  form: MeetForm,
  shown: MeetForm,
  wall: WallClock,
): Entry<RequestedTime | undefined> {
  const isLengthTouched = isTouched(form, shown, "minutes");
  const isStartAsked =
    isTouched(form, shown, "day") ||
    isTouched(form, shown, "time") ||
    (isLengthTouched && isTouched(form, shown, "room"));
  const start = isStartAsked ? readStart(form, wall) : nothing;
  const isLengthAsked = isLengthTouched || (start.ok && start.value !== undefined);
  const length = isLengthAsked ? readLength(form) : nothing;
  if (!start.ok || !length.ok) {
    return { ok: false, problems: [start, length].flatMap((one) => (one.ok ? [] : one.problems)) };
  }
  return { ok: true, value: toTime(start.value, length.value) };
}

const nothing = { ok: true, value: undefined } as const;

function toTime(
  start: Temporal.Instant | undefined,
  minutes: number | undefined,
): RequestedTime | undefined {
  if (!start) return minutes === undefined ? undefined : { kind: "length", minutes };
  const startsAt = toText(start);
  if (minutes === undefined) return { kind: "start", startsAt };
  return { kind: "span", startsAt, endsAt: toText(start.add({ minutes })) };
}

function toText(instant: Temporal.Instant): string {
  return new Date(instant.epochMilliseconds).toISOString();
}

/** Without a day it is today. */
function readStart(form: MeetForm, wall: WallClock): Entry<Temporal.Instant | undefined> {
  const day = form.day.trim();
  const time = form.time.trim();
  if (!day && !time) return nothing;
  const date = day ? readDay(day) : wall.now.toPlainDate();
  if (!date) return refuse("day", { reason: "no-such-day", day });
  const clock = readTimeOfDay(time);
  if (!clock) return refuse("time", { reason: "no-clock-time", date: date.toString() });
  const at = date.toPlainDateTime(clock);
  const resolved = resolveWallTime(at, wall.zone);
  if (!resolved.ok) return refuse("time", resolved);
  const isOver = Temporal.Instant.compare(resolved.instant, wall.instant) < 0;
  return isOver
    ? refuse(day ? "day" : "time", { reason: "past", at: toWallText(at) })
    : { ok: true, value: resolved.instant };
}

function readLength({ minutes }: MeetForm): Entry<number | undefined> {
  const typed = minutes.trim();
  if (!typed) return nothing;
  const count = /^\d{1,9}$/.test(typed) ? Number(typed) : 0;
  if (count < 1) return refuse("minutes", { reason: "no-length" });
  return count > MAX_MEETING_MINUTES
    ? refuse("minutes", {
        reason: "too-long",
        minutes: count,
        maxMinutes: MAX_MEETING_MINUTES,
      })
    : { ok: true, value: count };
}

const AAD_ID = /^(?:8:orgid:)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** Teams' own ids of people, which some clients write in the place of Entra's. */
const TEAMS_ID = /^29:[\w-]{1,200}$/;

/** Those who were picked, by their ids alone, and typed addresses; each once. */
function readPeople({ people, addresses }: MeetForm): Entry<RequestedPerson[]> {
  const picked = split(people).flatMap((id): RequestedPerson[] => {
    const mentionId = AAD_ID.exec(id)?.[1]?.toLowerCase() ?? TEAMS_ID.exec(id)?.[0];
    return mentionId ? [{ kind: "mention", mentionId, name: "" }] : [];
  });
  const typed = split(addresses).map((one) => ({ one, upn: readAddress(one) }));
  const wrong = typed.find(({ upn }) => upn === undefined);
  if (wrong) return refuse("addresses", { reason: "no-address", typed: wrong.one });
  const all = [
    ...picked,
    ...typed.flatMap(({ upn }): RequestedPerson[] => (upn ? [{ kind: "address", upn }] : [])),
  ];
  const unique = [...new Map(all.map((person) => [toId(person), person])).values()];
  return unique.length > MAX_PEOPLE
    ? refuse(typed.length > 0 ? "addresses" : "people", {
        reason: "too-many-people",
        count: unique.length,
        maxPeople: MAX_PEOPLE,
      })
    : { ok: true, value: unique };
}

function toId(person: RequestedPerson): string {
  return person.kind === "mention" ? person.mentionId : person.upn;
}

function split(typed: string): string[] {
  return typed.split(/[\s,;，；、]+/u).filter((one) => one !== "");
}

function readRoom({ room }: MeetForm): Entry<string> {
  const typed = room.trim().replace(/^[#＃]/u, "");
  if (!typed) return { ok: true, value: DEFAULT_ROOM };
  const name = readRoomName(typed);
  if (name.ok) return { ok: true, value: name.room };
  return name.reason === "too-long"
    ? refuse("room", {
        reason: "room-too-long",
        room: name.room,
        maxCharacters: MAX_ROOM_CHARACTERS,
      })
    : refuse("room", { reason: "room-unreadable", room: typed });
}

function refuse(
  field: keyof MeetForm,
  problem: RequestProblem,
): { ok: false; problems: FormProblem[] } {
  return { ok: false, problems: [{ field, problem }] };
}
