import type { RequestProblem } from "../../src/request/request-problem";
import { formatWallTime, formatWallDay } from "../cards/elements/format-time";
import { messagesFor } from "../locales/messages";
import type { Viewer } from "../turn/viewer";

/** Says how the bot understood the text, why it can't be done, and what to type instead. */
export function explainRequestProblem(problem: RequestProblem, viewer: Viewer): string {
  const { problems } = messagesFor(viewer.locale);
  const format = (wallTime: string) =>
    wallTime.includes("T") ? formatWallTime(wallTime, viewer) : formatWallDay(wallTime, viewer);
  switch (problem.reason) {
    case "past":
      return problems.past({ time: format(problem.at) });
    case "no-clock-time":
      return problems["no-clock-time"]({ day: format(problem.date) });
    case "end-before-start":
      return problems["end-before-start"]({
        start: format(problem.at),
        end: format(problem.endsAt),
      });
    case "end-without-start":
      return problems["end-without-start"]({ end: format(problem.endsAt) });
    case "no-length":
      return problems["no-length"];
    case "too-long":
      return problems["too-long"]({ count: Math.floor(problem.maxMinutes / 60) });
    case "nonexistent-time":
    case "doubled-time":
      return problems[problem.reason]({
        time: format(problem.at),
        suggestion: format(problem.suggestion),
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
