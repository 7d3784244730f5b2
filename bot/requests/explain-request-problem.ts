import type { RequestProblem } from "../../src/request/request-problem";
import { formatWallTime, formatWallDay } from "../cards/elements/format-time";
import { messagesFor } from "../locales/messages";
import type { Viewer } from "../turn/viewer";

/** Says how the bot understood the text, why it can't be done, and what to type instead. */
export function explainRequestProblem(problem: RequestProblem, viewer: Viewer): string {
  const { problems } = messagesFor(viewer.locale);
  const time = (wallTime: string) => formatWallTime(wallTime, viewer);
  const day = (date: string) => formatWallDay(date, viewer);
  switch (problem.reason) {
    case "past":
      return problems.past({ time: isDay(problem.at) ? day(problem.at) : time(problem.at) });
    case "no-clock-time":
      return problems["no-clock-time"]({ day: day(problem.date) });
    case "end-before-start":
      return problems["end-before-start"]({ start: time(problem.at), end: time(problem.endsAt) });
    case "end-without-start":
      return problems["end-without-start"]({ end: time(problem.endsAt) });
    case "no-length":
      return problems["no-length"];
    case "too-long":
      return problems["too-long"]({ count: Math.floor(problem.maxMinutes / 60) });
    case "nonexistent-time":
    case "doubled-time":
      return problems[problem.reason]({
        time: time(problem.at),
        suggestion: time(problem.suggestion),
      });
    case "two-times":
    case "two-lengths":
    case "two-rooms":
      return problems[problem.reason](problem);
    case "vague-day":
    case "no-such-day":
      return problems[problem.reason](problem);
    case "stray-day":
      return problems["stray-day"](problem);
    case "unknown-zone":
      return problems["unknown-zone"](problem);
    case "room-unreadable":
    case "room-and-here":
      return problems[problem.reason](problem);
    case "no-address":
      return problems["no-address"](problem);
    case "room-too-long":
      return problems["room-too-long"]({ count: problem.maxCharacters });
    case "too-many-people":
      return problems["too-many-people"]({ count: problem.maxPeople });
  }
}

/** A date without a time of day. */
function isDay(wallTime: string): boolean {
  return !wallTime.includes("T");
}
