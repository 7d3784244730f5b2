import type { Messages } from "../../locales/messages";
import type { Viewer } from "../../turn/viewer";
import type { MeetingCardData } from "./meeting-card-data";
import { toMeetingTime } from "./meeting-time";
import { toPlainText } from "../elements/plain-text";

/**
 * The activity's `summary`: what a notification says of the card. Plain text; Teams shows it as it is.
 */
export function toSummary(
  { subject, time }: Pick<MeetingCardData, "subject" | "time">,
  viewer: Viewer,
  { card }: Messages,
): string {
  const name = toPlainText(subject, 80) || card.untitled;
  const when = time.kind === "scheduled" ? toMeetingTime(time, viewer) : undefined;
  if (when) return card.summary({ subject: name, when: when.text });
  return time.kind === "standing" ? card.summary({ subject: name, when: card.openAnyTime }) : name;
}
