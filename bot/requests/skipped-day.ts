import type { RequestText } from "../../src/request/meeting-request";
import {
  parseRequest,
  type ParsedRequest,
  type RequestContext,
} from "../../src/request/parse-request";
import { toPickedTime } from "../../src/request/picked-time";
import { readSeveral, type SeveralOccurrences } from "./skipped-several";

/** Which meetings of a series someone means. */
export type NamedOccurrence =
  /** None is named. */
  | { kind: "next" }
  /** In the sender's time zone: `2026-12-01`. */
  | { kind: "day"; date: string }
  | SeveralOccurrences
  | { kind: "unclear" };

/** What can be said of the next one, in all languages. */
const NEXT = new RegExp(
  [
    "(?:the |this |our |just |only )*(?:next|this|it|once)?(?: (?:one|time|meeting|call|occurrence))?(?: (?:please|once))?",
    "(?:(?:la|le|cette|notre|juste|seulement) |l')*(?:prochaine?|celle-ci|fois)?(?: (?:fois|réunion|visio|occurrence))?",
    "(?:только |эту |это |нашу |наше )*(?:следующ(?:ую|ее|ий)|ближайш(?:ую|ее|ий)|один раз|раз)?(?: (?:встречу|собрание|созвон|раз))?",
    "(?:次回?|今回|次の回)?(?:の?(?:会議|ミーティング))?(?:だけ)?[をはの]?",
    "(?:这|下)?(?:一)?(?:次|场|个)?(?:的)?(?:会议|会)?(?:吧)?",
  ]
    .map((source) => `^(?:${source})[ .!?。！？]*$`)
    .join("|"),
  "iu",
);

/** "tomorrow's meeting": the day. */
const POSSESSIVE = /['’]s(?![\p{L}\p{N}])/gu;
const ROOM = /[#＃][\p{L}\p{N}\p{M}_-]+/gu;

/**
 * Reads which meeting of a series someone names. A weekday is the next one with a meeting: on a Friday afternoon, "Friday" is in a week.
 *
 * @param nextStartsAt when the series is next, ISO 8601
 */
export function readNamedOccurrence(
  words: RequestText,
  nextStartsAt: string,
  context: RequestContext,
): NamedOccurrence {
  const named = words.map((word) =>
    typeof word === "string" ? word.replace(POSSESSIVE, "").replace(ROOM, "").trim() : word,
  );
  const [text = "", ...others] = named;
  if (others.length === 0 && typeof text === "string") {
    if (NEXT.test(text)) return { kind: "next" };
    const several = readSeveral(text, context);
    if (several) return several;
  }
  const alone = parseRequest(named, context);
  const own = readDate(alone, context);
  if (own !== undefined && alone.ok) return { kind: "day", date: own };
  const { time } = toPickedTime(nextStartsAt, context.timeZone);
  const timed = parseRequest([...named, ` ${time}`], context);
  const isDay = own !== undefined || toTopic(timed) !== toTopic(alone);
  const date = (isDay ? readDate(timed, context) : undefined) ?? own;
  return date === undefined ? { kind: "unclear" } : { kind: "day", date };
}

/** The day of a time, or of the problem with it. */
function readDate(parsed: ParsedRequest, { timeZone }: RequestContext): string | undefined {
  if (!parsed.ok) {
    const { problem } = parsed;
    if (problem.reason === "no-clock-time") return problem.date;
    return problem.reason === "past" ? problem.at.slice(0, "2026-12-01".length) : undefined;
  }
  const { time } = parsed.request;
  return time && time.kind !== "length" ? toPickedTime(time.startsAt, timeZone).day : undefined;
}

function toTopic(parsed: ParsedRequest): string {
  if (parsed.ok) return parsed.request.topic;
  const { problem, partial } = parsed;
  return problem.reason === "time-in-name" ? problem.name : partial.topic;
}
