import type { Messages } from "../../locales/messages";
import type { Viewer } from "../../turn/viewer";
import type { RichTextBlock } from "../elements/adaptive-card";
import { formatTimeWithZone } from "../elements/format-time";
import { toTextLine } from "../elements/text-line";
import { formatRecurringTime } from "../elements/recurring-time";
import type { MeetingTime } from "./meeting-card-data";

/** The meeting's time in one line, as its card shows it; empty for an invalid time. */
export function toTimeLines(
  time: MeetingTime,
  viewer: Viewer,
  messages: Messages,
  now: Date,
): RichTextBlock[] {
  return toTimeLine(formatMeetingTime(time, viewer, messages, now));
}

export function toTimeLine(text: string | undefined): RichTextBlock[] {
  return text === undefined ? [] : [toTextLine(text, {}, "Small")];
}

/** "No fixed time", when the meeting is, or how it repeats and when it's next; `undefined` for an invalid or unknown time. */
export function formatMeetingTime(
  time: MeetingTime,
  viewer: Viewer,
  messages: Messages,
  now: Date,
  isLive = false,
): string | undefined {
  switch (time.kind) {
    case "standing":
      return messages.card.noFixedTime;
    case "scheduled":
      return formatTimeWithZone(time, viewer, messages, now);
    case "recurring":
      return formatRecurringTime(time, viewer, messages, now, isLive);
    case "unknown":
      return undefined;
  }
}
