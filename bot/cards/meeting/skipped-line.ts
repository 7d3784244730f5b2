import type { Messages } from "../../locales/messages";
import type { Viewer } from "../../turn/viewer";
import type { RichTextBlock } from "../elements/adaptive-card";
import { formatOccurrenceDays } from "../elements/recurring-time";
import { SUBTLE, toTextLine } from "../elements/text-line";
import type { MeetingCardData } from "./meeting-card-data";

/** "Skipped: Fri, Dec 4": the next times of a series that are left out; empty if there's none. */
export function formatSkipped(
  { time, now }: Pick<MeetingCardData, "time" | "now">,
  viewer: Viewer,
  messages: Messages,
): string {
  if (time.kind !== "recurring" || !time.skipped?.length) return "";
  return messages.series.skipped({
    day: formatOccurrenceDays(time.skipped, viewer, messages, now),
  });
}

export function toSkippedLine(text: string): RichTextBlock[] {
  return text ? [toTextLine(text, SUBTLE, "None")] : [];
}
