import type { Messages } from "../locales/messages";
import type { AdaptiveCard } from "./elements/adaptive-card";
import type { CardButton } from "./elements/card-button";
import { toNoticeCard } from "./elements/notice-card";
import { toPlainText } from "./elements/plain-text";

export interface ConfirmCardData {
  title: string;
  /** What happens to whom, what stays, and who can confirm it. Its lines are shown as lines. */
  text: string;
  /** Does what cannot be taken back. */
  confirm: CardButton;
  back: CardButton;
}

/** Asks before something is done that cannot be taken back. */
export function toConfirmCard({ title, text, confirm, back }: ConfirmCardData): AdaptiveCard {
  return toNoticeCard({ title, text, buttons: [{ ...confirm, style: "destructive" }, back] });
}

/** So long that the sentences around it are not cut. */
const MAX_NAME = 80;

/** The words of the two questions. Without a name, who asked is described. */
export function toConfirmWords(
  what: "newLink" | "cancel",
  { subject, name = "" }: { subject: string; name?: string | undefined },
  { card, confirmCard }: Messages,
): Pick<ConfirmCardData, "title" | "text"> {
  const words = confirmCard[what];
  return {
    title: words.title({ subject: toPlainText(subject, MAX_NAME) || card.untitled }),
    text: words.text({ name: toPlainText(name, MAX_NAME) || confirmCard.whoAsked }),
  };
}
