import type { Messages } from "../locales/messages";
import type { AdaptiveCard } from "./elements/adaptive-card";
import type { CardButton } from "./elements/card-button";
import { toSubject } from "./elements/names";
import { toNoticeCard } from "./elements/notice-card";
import { toPlainText } from "./elements/plain-text";

interface ConfirmCardData {
  title: string;
  /** The effect of the action, and who can confirm it. Line breaks are kept. */
  text: string;
  confirm: CardButton;
  back: CardButton;
}

/** Short, so that the sentences around the name aren't cut. */
const MAX_NAME = 80;

/** Asks before an action that can't be undone. */
export function toConfirmCard({ title, text, confirm, back }: ConfirmCardData): AdaptiveCard {
  return toNoticeCard({ title, text, buttons: [{ ...confirm, style: "destructive" }, back] });
}

/** The title and text of the question. Without a name, the text says "the person who asked". */
export function toConfirmWords(
  action: "newLink" | "cancel",
  { subject, name = "" }: { subject: string; name?: string | undefined },
  messages: Messages,
): Pick<ConfirmCardData, "title" | "text"> {
  const words = messages.confirmCard;
  return {
    title: words[action].title({ subject: toSubject(subject, messages, MAX_NAME) }),
    text: words[action].text({ name: toPlainText(name, MAX_NAME) || words.whoAsked }),
  };
}
