import { parseRequest } from "../../src/request/parse-request";

/** A phrase of time, and what it means in the wall time of `now`: ISO 8601 without a zone. */
export interface Phrase {
  lang: string;
  text: string;
  now: string;
  start: string;
  end?: string;
}

/** From best to worst. */
export const VERDICTS = [
  /** Exactly this time, and no word of it in the name. */
  "exact",
  /** Nothing was created, and the sender is asked. */
  "asked",
  /** The right time, with words of it in the name. */
  "words left over",
  /** Right apart from 12 hours. Hours from 1 to 6 are in the afternoon unless marked, so some of these are meant. */
  "12 h off",
  /** All words are in the name. */
  "missed",
  "wrong",
] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface JudgedPhrase extends Phrase {
  verdict: Verdict;
  /** What was understood, for reading. */
  found: string;
}

const NAME = "Sync";
const MINUTE_MS = 60_000;
const HALF_DAY_MINUTES = 12 * 60;

/** Parses each phrase behind the name of a meeting, and compares the result with what the phrase means. */
export function judgePhrases(phrases: readonly Phrase[]): JudgedPhrase[] {
  return phrases.map((phrase) => ({ ...phrase, ...judge(phrase) }));
}

function judge({ lang, text, now, start, end }: Phrase): { verdict: Verdict; found: string } {
  const context = { now: new Date(`${now}Z`), timeZone: "UTC", locale: lang };
  const parsed = parseRequest([`${NAME} ${text}`], context);
  if (!parsed.ok) return { verdict: "asked", found: JSON.stringify(parsed.problem) };
  const { topic, time } = parsed.request;
  const found = `${topic} | ${JSON.stringify(time ?? "")}`;
  if (!time) return { verdict: "missed", found };
  if (time.kind === "length") return { verdict: "wrong", found };
  const endsAt = time.kind === "span" ? time.endsAt : undefined;
  const off = [minutesOff(time.startsAt, start), end ? minutesOff(endsAt, end) : 0];
  if (off.every((minutes) => minutes === 0)) {
    return { verdict: topic === NAME ? "exact" : "words left over", found };
  }
  const isHalfDay = off.every((minutes) => minutes === 0 || Math.abs(minutes) === HALF_DAY_MINUTES);
  return { verdict: isHalfDay ? "12 h off" : "wrong", found };
}

function minutesOff(found: string | undefined, meant: string): number {
  if (found === undefined) return Number.NaN;
  return (Date.parse(found) - Date.parse(`${meant}Z`)) / MINUTE_MS;
}

/** The share of each verdict, from 0 to 1. */
export function shareVerdicts(judged: readonly JudgedPhrase[]): Record<Verdict, number> {
  const share = (verdict: Verdict) =>
    judged.filter((phrase) => phrase.verdict === verdict).length / judged.length;
  return {
    exact: share("exact"),
    asked: share("asked"),
    "words left over": share("words left over"),
    "12 h off": share("12 h off"),
    missed: share("missed"),
    wrong: share("wrong"),
  };
}
