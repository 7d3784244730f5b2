import type {
  MeetingRequest,
  RequestText,
  RequestedPerson,
} from "../../src/request/meeting-request";
import { parseRequest, type RequestContext } from "../../src/request/parse-request";
import type { Refused } from "../../src/request/request-problem";

/** Wednesday, 18 November 2026 at 10:00 in Paris. */
export const WEDNESDAY: RequestContext = {
  now: new Date("2026-11-18T09:00:00Z"),
  timeZone: "Europe/Paris",
  locale: "en-US",
};

/** Turns `@Ana` into a mention of Ana. */
export function typed(text: string): RequestText {
  return text
    .split(/(?<![\w.])(@[A-Z][a-z]+)/)
    .filter((part) => part !== "")
    .map((part) =>
      /^@[A-Z][a-z]+$/.test(part)
        ? { mentionId: `29:${part.slice(1)}`, name: part.slice(1) }
        : part,
    );
}

export function parse(
  text: string,
  context: Partial<RequestContext> = {},
): { ok: true; request: MeetingRequest } | Refused {
  const parsed = parseRequest(typed(text), { ...WEDNESDAY, ...context });
  return parsed.ok ? parsed : { ok: false, problem: parsed.problem };
}

export function read(text: string, context: Partial<RequestContext> = {}): MeetingRequest {
  const parsed = parse(text, context);
  if (!parsed.ok) throw new Error(`${text} is refused: ${JSON.stringify(parsed.problem)}`);
  return parsed.request;
}

/** Splits lines at `|`. */
export function list(...lines: string[]): string[] {
  return lines.flatMap((texts) => texts.split("|"));
}

/** Subject and time in one line, in the sender's local time: `Review | 2026-11-19 15:00 +45`. */
export function line(text: string, context: Partial<RequestContext> = {}): string {
  const parsed = parse(text, context);
  if (!parsed.ok) return `! ${parsed.problem.reason}`;
  const { topic, time } = parsed.request;
  if (!time) return topic;
  if (time.kind === "length") return `${topic} | +${time.minutes}`.trim();
  const zone = context.timeZone ?? WEDNESDAY.timeZone;
  const start = onClock(time.startsAt, zone);
  const minutes =
    time.kind === "span" ? (Date.parse(time.endsAt) - Date.parse(time.startsAt)) / 60_000 : 0;
  return `${topic} | ${start}${minutes ? ` +${minutes}` : ""}`.trim();
}

/** Uses `Intl`, which the parser doesn't use to resolve times. */
function onClock(instant: string, timeZone: string): string {
  return new Date(instant)
    .toLocaleString("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" })
    .slice(0, 16);
}

export function namesOf(people: readonly RequestedPerson[]): string[] {
  return people.map((person) => {
    const name = person.kind === "mention" ? person.name : person.upn;
    return person.role ? `${name} ${person.role}` : name;
  });
}

/** One context for each language, on Wednesday, 18 November 2026 at 10:00 local time. */
export const CONTEXTS = {
  en: { locale: "en-US" },
  fr: { locale: "fr-FR" },
  ru: { now: new Date("2026-11-18T07:00:00Z"), timeZone: "Europe/Moscow", locale: "ru-RU" },
  ja: { now: new Date("2026-11-18T01:00:00Z"), timeZone: "Asia/Tokyo", locale: "ja-JP" },
  zh: { now: new Date("2026-11-18T02:00:00Z"), timeZone: "Asia/Shanghai", locale: "zh-CN" },
} satisfies Record<string, Partial<RequestContext>>;

export type Language = keyof typeof CONTEXTS;
