import type { Temporal } from "@js-temporal/polyfill";
import { CONSUMED, PERSON } from "../../masked-text";
import type { Kind } from "../lexicon";
import { toVagueMatch } from "../calendar-date";
import type { Match } from "../match";
import { readClock } from "../read-clock";
import { readPartAfter } from "../read-part-after";
import { scan } from "../scan";
import type { TimeText } from "../time-text";
import { findFirstDate } from "./first-date";
import {
  readException,
  readRuleAfterException,
  skipToException,
  withException,
} from "./read-exception";
import { endOfUnclearRule } from "./read-unclear-rule";
import { readRule, type RuleRead } from "./read-rule";
import type { RepeatRule } from "./repeat-rule";

/** No rule is without one of these. */
const RULE_WORDS = new Set<Kind>([
  "every",
  "everyAfter",
  "beforePlurals",
  "weekdayPlurals",
  "repeatedDays",
  "repeats",
  "placesInMonth",
  "oftenWithoutDays",
  "ofEveryMonth",
  "ofTheMonth",
]);

/** `every Monday`, `weekdays`, `monthly on the 3rd`: days that repeat, from the first one. */
export function findRepeats(text: TimeText, today: Temporal.PlainDate): Match[] {
  if (!text.includes(RULE_WORDS)) return [];
  const toFirstDate = rememberFirstDates(today);
  return scan(text, (at) => {
    const unclear = endOfUnclearRule(text, at);
    if (unclear !== undefined) return toVagueMatch({ start: at, end: unclear }, "likely", "edge");
    const rule = readRuleAfterException(text, at) ?? readRule(text, at);
    if (!rule || !text.isEnd(rule.end)) return undefined;
    const namesDays = rule.form === "days" || rule.form === "plural";
    if (!namesDays && isOfName(text, rule.end)) return undefined;
    if (rule.form === "adverb" && isTitle(text, at)) return undefined;
    const exact = withException(text, rule);
    return exact ? toMatch(text, at, exact, toFirstDate) : toAsked(text, at, rule.end);
  });
}

/** `holidays` */
const UNKNOWN = / ?\p{L}{1,20}/uy;

/** The end of what says how a meeting repeats, but not as one rule. */
function toAsked(text: TimeText, start: number, ruleEnd: number): Match {
  const exceptAt = skipToException(text, ruleEnd);
  const word = text.word("except", exceptAt);
  const unknown = word && word.end + (text.matches(UNKNOWN, word.end)?.[0].length ?? 0);
  const end = readException(text, exceptAt)?.end ?? unknown ?? ruleEnd;
  return toVagueMatch({ start, end }, "likely", "edge");
}

type ToFirstDate = (rule: RepeatRule) => Temporal.PlainDate;

/** A pasted text can have the same rule hundreds of times. */
function rememberFirstDates(today: Temporal.PlainDate): ToFirstDate {
  const dates = new Map<string, Temporal.PlainDate>();
  return (rule) => {
    const key = JSON.stringify(rule);
    const date = dates.get(key) ?? findFirstDate(rule, today);
    dates.set(key, date);
    return date;
  };
}

function toMatch(text: TimeText, at: number, rule: RuleRead, toFirstDate: ToFirstDate): Match {
  const part = readPartAfter(text, rule.end);
  const last = part?.end ?? rule.end;
  const particle = text.isLetter(last - 1) ? undefined : text.word("afterDay", last);
  const { value: repeat } = rule;
  const [weekday, ...others] = repeat.weekdays ?? [];
  const isOneDay = weekday !== undefined && others.length === 0 && repeat.frequency === "weekly";
  const day = {
    date: toFirstDate(repeat),
    part: part?.value ?? rule.part,
    ...(isOneDay && { weekday }),
    // `Manic Mondays`: without a time, a name.
    ...(rule.form === "plural" && { isShort: true }),
    ...(rule.form === "plural" && isNamed(text, at) && { isInName: true }),
    repeat,
  };
  const isAlone = text.plain.slice(0, at).trim() === "" && text.plain.slice(last).trim() === "";
  const certainty = rule.form !== "days" && isAlone ? "doubtful" : "likely";
  return { start: at, end: particle?.end ?? last, certainty, value: { kind: "day", day } };
}

/** `Casual Fridays` */
function isNamed(text: TimeText, at: number): boolean {
  return text.before("namingPlurals", at) !== undefined;
}

const NO_WORD = new RegExp(`[ ,.:;、，)(-]*(?:$|[${CONSUMED}${PERSON}])`, "y");
const AFTER_HOUR = new RegExp(`[ ,.:;、，)(]*(?:$|[-~]|[${CONSUMED}${PERSON}])`, "y");
/** What can follow `daily` or `every day`, unless they're part of a name. */
const CONTINUING: readonly Kind[] = [
  "at",
  "maybeAt",
  "around",
  "beforeClock",
  "from",
  "between",
  "onDay",
  "until",
  "repeatUntil",
  "lasting",
  "forWords",
  "days",
  "except",
];

/** `Daily planet sync`, `毎日新聞`, `Every day counts`, `weekly 1:1`. */
function isOfName(text: TimeText, end: number): boolean {
  const particle = text.isLetter(end - 1) ? undefined : text.word("afterDay", end);
  const comma = /[,、，]/.test(text.plain.charAt(end)) ? end + 1 : end;
  const next = text.skipSpace(particle?.end ?? comma);
  if (readException(text, skipToException(text, end))) return false;
  const clock = readClock(text, next);
  if (clock) return clock.form === "bare" && !text.matches(AFTER_HOUR, clock.end);
  return !text.matches(NO_WORD, next) && !CONTINUING.some((kind) => text.word(kind, next));
}

/** A capital at the start of the text: `Daily 10:00` names the meeting, `daily 10:00` says when. */
function isTitle({ original, plain }: TimeText, at: number): boolean {
  return plain.slice(0, at).trim() === "" && /\p{Lu}/u.test(original.charAt(at));
}
