import type { LiveStatus } from "../../../src/meetings/live/live-status";
import { readWallClock } from "../../../src/request/time/wall-time";
import type { Messages } from "../../locales/messages";
import type { Viewer } from "../../turn/viewer";
import { toDateFormat, toShortUnit } from "./date-format";
import { isThisYear, toClockOptions, toLocales } from "./format-time";
import { toTextLocale } from "./names";
import { toTimeZone } from "./zone-name";

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;
/** A time of yesterday needs no date until it could be today's. */
const HALF_DAY_MS = 12 * HOUR_MINUTES * MINUTE_MS;

/** What a meeting's card says about its call. */
export interface LiveText {
  isInProgress: boolean;
  /** "In progress", or "Ended 2:47 PM". */
  lead: string;
  /** "started 2:02 PM", "45 min", "4 people". */
  facts: readonly string[];
}

/**
 * "In progress · started 2:02 PM · 4 people", or "Ended 2:47 PM · 45 min · 6 people"; `undefined` if there's nothing to
 * say, or only when people last met.
 *
 * @param planned The day that the card shows anyway.
 */
export function formatLive(
  live: LiveStatus | undefined,
  planned: { startsAt?: string | undefined },
  viewer: Viewer,
  messages: Messages,
  now: Date,
): LiveText | undefined {
  const { live: words } = messages;
  if (!live || live.kind === "last-met") return undefined;
  const people = live.peopleCount === undefined ? [] : [words.people({ count: live.peopleCount })];
  if (live.kind === "in-progress") {
    const at = new Date(live.startedAt);
    const time = formatClock(at, viewer);
    const isToday = now.getTime() - at.getTime() < HALF_DAY_MS || isSameDay(at, now, viewer);
    const started = isToday
      ? words.started({ time })
      : words.startedOn({ date: formatDate(at, viewer, messages, now), time });
    return { isInProgress: true, lead: words.inProgress, facts: [started, ...people] };
  }
  const at = new Date(live.endedAt);
  const time = formatClock(at, viewer);
  const isDayKnown =
    now.getTime() - at.getTime() < HALF_DAY_MS ||
    (planned.startsAt !== undefined && isSameDay(at, new Date(planned.startsAt), viewer));
  const lead = isDayKnown
    ? words.ended({ time })
    : words.endedOn({ date: formatDate(at, viewer, messages, now), time });
  return { isInProgress: false, lead, facts: [...formatLength(live, viewer, messages), ...people] };
}

/** "last met today, 45 min": `undefined` unless the call ended a while ago. */
export function formatLastMet(
  live: LiveStatus | undefined,
  viewer: Viewer,
  messages: Messages,
  now: Date,
): string | undefined {
  const { live: words } = messages;
  if (live?.kind !== "last-met") return undefined;
  const at = new Date(live.endedAt);
  const when = isSameDay(at, now, viewer)
    ? words.lastMetToday
    : words.lastMetOn({ date: formatDate(at, viewer, messages, now) });
  const [length] = formatLength(live, viewer, messages);
  return length === undefined ? when : words.lastMetFor({ when, length });
}

/** "45 min", "1 hr 5 min". Empty if the length isn't known. */
function formatLength(
  { lengthMs }: { lengthMs: number },
  viewer: Viewer,
  messages: Messages,
): string[] {
  if (lengthMs <= 0) return [];
  const total = Math.max(1, Math.round(lengthMs / MINUTE_MS));
  const [hours, minutes] = [Math.floor(total / HOUR_MINUTES), total % HOUR_MINUTES];
  const locale = toTextLocale(viewer, messages);
  const parts = [
    ...(hours > 0 ? [toShortUnit(locale, hours, "hour")] : []),
    ...(minutes > 0 ? [toShortUnit(locale, minutes, "minute")] : []),
  ];
  return [parts.join(" ").replace(/\s+/gu, " ")];
}

function formatClock(at: Date, viewer: Viewer): string {
  const options = { ...toClockOptions(viewer), timeZone: toTimeZone(viewer) };
  return toDateFormat(toLocales(viewer), options).format(at).replace(/\s+/gu, " ");
}

/** "Nov 30", with the year if it isn't the current one. */
function formatDate(at: Date, viewer: Viewer, messages: Messages, now: Date): string {
  const timeZone = toTimeZone(viewer);
  const options: Intl.DateTimeFormatOptions = {
    day: "numeric",
    month: "short",
    ...(!isThisYear([at], timeZone, now) && { year: "numeric" }),
    timeZone,
  };
  const format = toDateFormat(toTextLocale(viewer, messages), options);
  return format.format(at).replace(/\s+/gu, " ");
}

function isSameDay(a: Date, b: Date, viewer: Viewer): boolean {
  return toDate(a, viewer).equals(toDate(b, viewer));
}

function toDate(at: Date, viewer: Viewer) {
  return readWallClock(at, toTimeZone(viewer)).now.toPlainDate();
}
