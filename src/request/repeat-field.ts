import { Temporal } from "@js-temporal/polyfill";
import { readDay, readLength, readTimeOfDay, type MeetForm, type Report } from "./meet-form";
import type { MeetingRequest, RequestedTime } from "./meeting-request";
import { parseRequest, type RequestContext } from "./parse-request";
import type { Recurrence } from "./recurrence";
import { DEFAULT_ROOM } from "./room-name";
import { readWallClock, toInstantText, toWallText } from "./time/wall-time";

/** In a list of rules: the meeting takes place once. */
export const ONCE = "once";
/** In a list of rules: the one that the meeting has. */
export const OWN_RULE = "own";

/** The rules that a list offers. Their values are phrases, which are read as if a person had typed them. */
export const LISTED_RULES: readonly (readonly [
  phrase: string,
  rule: Omit<Recurrence, "timeZone">,
])[] = [
  ["every day", { frequency: "daily", interval: 1 }],
  ["every weekday", { frequency: "weekly", interval: 1, weekdays: [1, 2, 3, 4, 5] }],
  ["every week", { frequency: "weekly", interval: 1 }],
  ["every 2 weeks", { frequency: "weekly", interval: 2 }],
  ["every month", { frequency: "monthly", interval: 1 }],
];

/** Whether a person chose another rule. Clients that show no such field send none. */
export function isRuleEntered({ repeat }: MeetForm, shown: Pick<MeetForm, "repeat">): boolean {
  const typed = repeat.trim();
  return typed !== "" && typed !== ONCE && typed !== OWN_RULE && typed !== shown.repeat.trim();
}

/** The rule in the form and its first time, with the length in the rule or else in the form. */
export function readSeries(
  form: MeetForm,
  context: RequestContext,
  report: Report,
): Pick<MeetingRequest, "time" | "recurrence"> {
  const rule = readRule(form, context, report);
  const minutes = readLength(form, report);
  if (!rule) return {};
  if (rule.time.kind === "span" || minutes === undefined) return rule;
  const { startsAt } = rule.time;
  const endsAt = toInstantText(Temporal.Instant.from(startsAt).add({ minutes }));
  return { ...rule, time: { kind: "span", startsAt, endsAt } };
}

/** The rule that was chosen or typed, and the first time that it gives, on or after the day in the form. */
function readRule(
  { repeat, day, time }: MeetForm,
  { now, timeZone, locale }: RequestContext,
  report: Report,
): { recurrence: Recurrence; time: Exclude<RequestedTime, { kind: "length" }> } | undefined {
  const clock = readWallClock(now, timeZone);
  const today = clock.now.toPlainDate();
  const date = day.trim() ? readDay(day.trim()) : today;
  if (!date) return report("day", { reason: "no-such-day", day });
  const at = readTimeOfDay(time.trim());
  if (!at) return report("time", { reason: "no-clock-time", date: date.toString() });
  const days = today.until(date).total("days");
  if (days < 0) {
    return report("day", { reason: "past", at: toWallText(date.toPlainDateTime(at)) });
  }
  // A rule begins with the first day that it has, and today only if the time hasn't passed.
  const from = days === 0 ? now : new Date(date.toZonedDateTime(clock.zone).epochMilliseconds);
  const words = `${repeat.trim().toLowerCase()} ${at.toString({ smallestUnit: "minute" })}`;
  const parsed = parseRequest([words], { now: from, timeZone, locale });
  const request = parsed.ok ? parsed.request : parsed.partial;
  const { recurrence, time: first } = request;
  if (!recurrence || hasMore(request)) return report("repeat", { reason: "no-rule" });
  if (!parsed.ok) {
    const { problem } = parsed;
    return report(problem.reason === "end-before-start" ? "repeat" : "time", problem);
  }
  if (!first || first.kind === "length") return report("repeat", { reason: "no-rule" });
  return { recurrence, time: first };
}

/** Whether there's more than a rule and a time: the form has other fields for that. */
function hasMore({ topic, people, room, isHere }: MeetingRequest): boolean {
  return topic !== "" || people.length > 0 || room !== DEFAULT_ROOM || isHere;
}
