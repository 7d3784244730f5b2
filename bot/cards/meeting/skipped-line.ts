import type { Messages } from "../../locales/messages";
import type { Viewer } from "../../turn/viewer";
import type { RichTextBlock } from "../elements/adaptive-card";
import { readInstant } from "../elements/format-time";
import { formatOccurrenceDay } from "../elements/recurring-time";
import { SUBTLE, toTextLine } from "../elements/text-line";
import type { MeetingCardData } from "./meeting-card-data";

/** "Skipped: Fri, Dec 4": the next time of a series that is left out; empty if there's none. */
export function formatSkipped(
  { time, now }: Pick<MeetingCardData, "time" | "now">,
  viewer: Viewer,
  messages: Messages,
): string {
  if (time.kind !== "recurring" || time.skippedAt === undefined) return "";
  const start = readInstant(time.skippedAt);
  if (!start) return "";
  return messages.series.skipped({ day: formatOccurrenceDay(start, viewer, messages, now) });
}

export function toSkippedLine(text: string): RichTextBlock[] {
  return text ? [toTextLine(text, SUBTLE, "None")] : [];
}
