import { toPickedTime } from "../../src/request/picked-time";
import type { RequestProblem } from "../../src/request/request-problem";
import type { DayPart } from "../../src/request/time/match";
import { toDateFormat } from "../cards/elements/date-format";
import { formatShortTime, formatTypedTime, toLocales } from "../cards/elements/format-time";
import { messagesFor, type Messages } from "../locales/messages";
import type { Viewer } from "../turn/viewer";

/** A heading, often a question, and a sentence. */
export interface Explanation {
  title: string;
  text: string;
}

/** Says what's wrong, in words that make sense on a card and below a field. */
export function explainRequestProblem(
  problem: RequestProblem,
  viewer: Viewer,
  now: Date,
): Explanation {
  const messages = messagesFor(viewer.locale);
  const { problems } = messages;
  const format = (wallTime: string) => formatWall(wallTime, viewer, now);
  switch (problem.reason) {
    case "past":
    case "no-length":
    case "no-name":
    case "time-needed":
    case "room-unreadable":
      return problems[problem.reason];
    case "no-rule": {
      const { title, text } = problems["no-rule"];
      return { title, text: text({ example: messages.meetForm.repeat.hint }) };
    }
    case "no-clock-time":
      return askForClockTime(problem, viewer, now, messages);
    case "time-in-name": {
      const { title, text } = problems["time-in-name"];
      return { title, text: text(problem) };
    }
    case "end-before-start": {
      const { title, text } = problems["end-before-start"];
      return { title, text: text({ start: format(problem.at), end: format(problem.endsAt) }) };
    }
    case "end-without-start": {
      const { title, text } = problems["end-without-start"];
      return { title, text: text({ end: format(problem.endsAt) }) };
    }
    case "too-long": {
      const { title, text } = problems["too-long"];
      return { title, text: text({ count: Math.floor(problem.maxMinutes / 60) }) };
    }
    case "nonexistent-time":
    case "doubled-time": {
      const { title, text } = problems[problem.reason];
      const [time, suggestion] = [format(problem.at), format(problem.suggestion)];
      return { title, text: text({ time, suggestion }) };
    }
    case "two-times": {
      const { title, text } = problems["two-times"];
      const toDay = (typed: string) => formatTyped(typed, viewer, now);
      return { title, text: text({ first: toDay(problem.first), second: toDay(problem.second) }) };
    }
    case "two-lengths":
    case "two-rooms": {
      const { title, text } = problems[problem.reason];
      return { title, text: text(problem) };
    }
    case "vague-day":
    case "no-such-day": {
      const { title, text } = problems[problem.reason];
      return { title, text: text(problem) };
    }
    case "stray-day": {
      const { title, text } = problems["stray-day"];
      return { title, text: text(problem) };
    }
    case "unknown-zone": {
      const { title, text } = problems["unknown-zone"];
      return { title, text: text(problem) };
    }
    case "room-and-here": {
      const { title, text } = problems["room-and-here"];
      return { title, text: text(problem) };
    }
    case "no-address": {
      const { title, text } = problems["no-address"];
      return { title: title(problem), text };
    }
    case "room-too-long": {
      const { title, text } = problems["room-too-long"];
      return { title, text: text({ count: problem.maxCharacters }) };
    }
    case "too-many-people": {
      const { title, text } = problems["too-many-people"];
      return { title, text: text({ count: problem.maxPeople }) };
    }
  }
}

/** A time is quoted as typed. Two days are dates: the words that named them are longer than the days. */
function formatTyped(typed: string, viewer: Viewer, now: Date): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) return typed;
  return formatWallDate(typed, viewer, toToday(viewer, now));
}

function toToday({ timeZone }: Viewer, now: Date): string {
  return toPickedTime(now.toISOString(), timeZone).day;
}

const DAY_MS = 24 * 60 * 60_000;

/** "What time tomorrow? For example, 3 PM." */
function askForClockTime(
  { date, part }: Extract<RequestProblem, { reason: "no-clock-time" }>,
  viewer: Viewer,
  now: Date,
  messages: Messages,
): Explanation {
  const words = messages.problems["no-clock-time"];
  const today = toToday(viewer, now);
  const named = part && toNamedPart(part);
  const example = formatTypedTime(viewer, messages, named && EXAMPLE_HOURS[named]);
  const text = words.text({ example });
  if (date === today) return { title: named ? words.todayIn[named] : words.today, text };
  const isTomorrow = Date.parse(date) - Date.parse(today) === DAY_MS;
  const day = formatWallDate(date, viewer, today);
  if (named) {
    return { title: isTomorrow ? words.tomorrowIn[named] : words.dayIn[named]({ day }), text };
  }
  return { title: isTomorrow ? words.tomorrow : words.day({ day }), text };
}

type NamedPart = "morning" | "midday" | "afternoon" | "evening";

const EXAMPLE_HOURS: Readonly<Record<NamedPart, number>> = {
  morning: 9,
  midday: 12,
  afternoon: 15,
  evening: 19,
};

/** Evening and night are one part for people who pick an hour. */
function toNamedPart(part: DayPart): NamedPart {
  return part === "night" || part === "late night" ? "evening" : part;
}

/** "Sun, Mar 28, 2:30 AM" from a wall time: ISO 8601 without an offset. */
function formatWall(wallTime: string, viewer: Viewer, now: Date): string {
  const utc = { ...viewer, timeZone: "UTC" };
  return formatShortTime({ startsAt: `${wallTime}Z` }, utc, now) ?? wallTime;
}

/** "Tue, Nov 24", with the year if it isn't the current one. */
function formatWallDate(date: string, viewer: Viewer, today: string): string {
  const day = new Date(`${date}T12:00:00Z`);
  if (Number.isNaN(day.getTime())) return date;
  return toDateFormat(toLocales(viewer), {
    weekday: "short",
    day: "numeric",
    month: "short",
    ...(date.slice(0, 4) !== today.slice(0, 4) && { year: "numeric" }),
    timeZone: "UTC",
  }).format(day);
}
