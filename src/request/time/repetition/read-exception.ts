import type { Read, TimeText } from "../time-text";
import type { RepeatRule } from "./repeat-rule";
import { readRule, type RuleRead } from "./read-rule";
import { readWeekdays } from "./read-weekdays";

const ALL_DAYS = [1, 2, 3, 4, 5, 6, 7];

/** The weekdays of `except Friday`, `кроме пятницы`, `金曜以外`, `除周五外`. */
export function readException(text: TimeText, at: number): Read<readonly number[]> | undefined {
  const before = text.word("except", at);
  const start = before ? text.skipSpace(before.end) : at;
  const days = readWeekdays(text, start, true) ?? readUnit(text, start);
  const after = days && text.next("exceptAfter", days.end);
  if (!days || !(before ?? after)) return undefined;
  const end = after?.end ?? days.end;
  return { value: days.value, end: text.matches(/ ?[)）]/y, end) ? end + 1 : end };
}

/** `weekends` */
function readUnit(text: TimeText, at: number): Read<readonly number[]> | undefined {
  const unit = text.word("repeatUnits", at) ?? text.word("repeatedDays", at);
  return unit?.value.weekdays && { value: unit.value.weekdays, end: unit.end };
}

/** The start of an exception after a rule: after `, ` or `(`. */
export function skipToException(text: TimeText, end: number): number {
  return end + (text.matches(/[ ,、，(（]{0,2}/y, end)?.[0].length ?? 0);
}

/** The rule without the weekdays of the exception that follows it; `undefined` if no rule says that. */
export function withException(text: TimeText, rule: RuleRead): RuleRead | undefined {
  const start = skipToException(text, rule.end);
  const exception = readException(text, start);
  if (!exception) return text.word("except", start) ? undefined : rule;
  const value = leaveOut(rule.value, exception.value);
  return value && { ...rule, value, end: exception.end };
}

/** `金曜以外毎日`, `除周五外每天`. */
export function readRuleAfterException(text: TimeText, at: number): RuleRead | undefined {
  const exception = text.isLetter(at) ? undefined : readException(text, at);
  if (!exception) return undefined;
  const particle = text.word("afterDay", exception.end)?.end ?? exception.end;
  const rule = readRule(text, skipToException(text, particle));
  const value = rule && leaveOut(rule.value, exception.value);
  return value && { ...rule, value, form: "days" };
}

function leaveOut(rule: RepeatRule, days: readonly number[]): RepeatRule | undefined {
  const { frequency, interval, weekdays = frequency === "daily" ? ALL_DAYS : [] } = rule;
  const left = weekdays.filter((day) => !days.includes(day));
  const isWeekly = frequency !== "monthly" && (interval === 1 || frequency === "weekly");
  return isWeekly && left.length > 0
    ? { frequency: "weekly", interval, weekdays: left }
    : undefined;
}
