import type { Messages } from "../../locales/messages";
import type { Viewer } from "../../turn/viewer";
import type { RichTextBlock } from "../elements/adaptive-card";
import { readInstant, toClockOptions, toLocales, toTimeZone } from "../elements/format-time";
import { SMALL_PRINT, toTextLine } from "../elements/text-line";
import type { MeetingTime, ScheduledTime } from "./meeting-card-data";

const DAY = { weekday: "long", year: "numeric", month: "long", day: "numeric" } as const;
const SHORT_DAY = { weekday: "short", year: "numeric", month: "short", day: "numeric" } as const;

/** The meeting's time as its card shows it; empty for an invalid time. */
export function toTimeLines(
  time: MeetingTime,
  viewer: Viewer,
  { card }: Messages,
): RichTextBlock[] {
  if (time.kind === "standing") return [toTextLine(card.openAnyTime, {}, "Small")];
  const texts = toTimeTexts(time, viewer);
  if (!texts) return [];
  return [
    ...texts.lines.map((line, index) => toTextLine(line, {}, index === 0 ? "Small" : "None")),
    toTextLine(texts.zone, SMALL_PRINT, "None"),
  ];
}

/**
 * Two lines: the day, then start and end. A meeting that runs past midnight shows a day with each. `text` is the lines
 * joined into one. `undefined` for invalid times; an unknown zone is shown as UTC.
 */
export function toTimeTexts(
  { startsAt, endsAt }: Pick<ScheduledTime, "startsAt" | "endsAt">,
  viewer: Viewer,
): { lines: string[]; zone: string; text: string } | undefined {
  const start = readInstant(startsAt);
  const end = readInstant(endsAt);
  if (!start || !end) return undefined;

  const timeZone = toTimeZone(viewer);
  const formatter = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(toLocales(viewer), { ...options, timeZone });
  const nameZone = (style: "long" | "longGeneric", date: Date) =>
    formatter({ timeZoneName: style })
      .formatToParts(date)
      .find(({ type }) => type === "timeZoneName")?.value ?? timeZone;

  const startZone = timeZone === "UTC" ? "UTC" : nameZone("long", start);
  const isClockChanged = timeZone !== "UTC" && startZone !== nameZone("long", end);
  const zone = isClockChanged ? nameZone("longGeneric", start) : startZone;
  // When clocks change during the meeting, "2:30 – 2:30 AM" needs the offsets.
  const clock: Intl.DateTimeFormatOptions = {
    ...toClockOptions(viewer),
    ...(isClockChanged && { timeZoneName: "shortOffset" }),
  };

  const day = formatter(DAY);
  if (day.format(start) !== day.format(end)) {
    const format = formatter({ ...SHORT_DAY, ...clock });
    const lines = [`${format.format(start)} –`, format.format(end)];
    return { lines, zone, text: lines.join(" ") };
  }
  const format = formatter(clock);
  // `formatRange` merges equal clock times and shows one offset for both.
  const range = isClockChanged
    ? `${format.format(start)} – ${format.format(end)}`
    : format.formatRange(start, end);
  const lines = [day.format(start), range];
  return { lines, zone, text: lines.join(", ") };
}
