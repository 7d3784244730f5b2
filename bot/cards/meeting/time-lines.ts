import type { Messages } from "../../locales/messages";
import type { Viewer } from "../../turn/viewer";
import type { RichTextBlock } from "../elements/adaptive-card";
import { formatShortTime, readInstant, toOffset, toZoneName } from "../elements/format-time";
import { toTextLine } from "../elements/text-line";
import type { MeetingTime } from "./meeting-card-data";

/** The meeting's time in one line, as its card shows it; empty for an invalid time. */
export function toTimeLines(
  time: MeetingTime,
  viewer: Viewer,
  messages: Messages,
  now: Date,
): RichTextBlock[] {
  const text =
    time.kind === "standing"
      ? messages.card.noFixedTime
      : formatTimeWithZone(time, viewer, messages, now);
  return text === undefined ? [] : [toTextLine(text, {}, "Small")];
}

/**
 * "Sun, Nov 29 · 3:00–3:45 PM EST"; `undefined` for an invalid time. A meeting during which the clocks change shows
 * both zones: "1:30 AM CET – 3:30 AM CEST".
 *
 * @param now Leaves out the year if it's the current one.
 */
export function formatTimeWithZone(
  time: { startsAt: string; endsAt?: string },
  viewer: Viewer,
  { card }: Messages,
  now: Date,
): string | undefined {
  const start = readInstant(time.startsAt);
  const end = readInstant(time.endsAt ?? time.startsAt);
  if (!start || !end) return undefined;
  const addZone = (text: string | undefined, zone: string) =>
    text && card.timeInZone({ time: text, zone });
  const name = toZoneName(viewer, start);
  if (toOffset(viewer, start) === toOffset(viewer, end)) {
    return addZone(formatShortTime(time, viewer, now), name);
  }
  // Some languages have one name for summer and winter.
  const toZone = toZoneName(viewer, end) === name ? toOffset : toZoneName;
  const [first, last] = [start, end].map((at) =>
    addZone(formatShortTime({ startsAt: at.toISOString() }, viewer, now), toZone(viewer, at)),
  );
  return `${first} – ${last}`;
}
