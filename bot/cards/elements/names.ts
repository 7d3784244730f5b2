import type { Messages } from "../../locales/messages";
import type { Viewer } from "../../turn/viewer";
import { toPlainText } from "./plain-text";

/** More would be a page of names; the rest are counted. */
const MAX_NAMES = 6;
/** All of a name, or of all addresses but the longest. */
const MAX_NAME = 60;

/**
 * The reader's own locale where the words are of its language, for what `Intl` writes inside of a sentence
 * of ours: "Ana, Bo, and 3 others" in American English, without the second comma in British.
 */
export function toWordsLocale(viewer: Viewer, { language }: Messages): string {
  const isSameLanguage =
    new Intl.Locale(viewer.locale).language === new Intl.Locale(language).language;
  return isSameLanguage ? viewer.locale : language;
}

/** "Ana, Bo and 3 others": somebody's names or addresses, for a sentence. */
export function toNames(names: readonly string[], viewer: Viewer, messages: Messages): string {
  const list = new Intl.ListFormat(toWordsLocale(viewer, messages), { type: "conjunction" });
  return list.format(toShortList(names, messages));
}

/** "Ana, Bo, 3 others": the same for a row of facts, in which no word binds them. */
export function toNameList(names: readonly string[], messages: Messages): string {
  return toShortList(names, messages).join(messages.card.comma);
}

function toShortList(names: readonly string[], { card }: Messages): string[] {
  const plain = names.map((name) => toPlainText(name, MAX_NAME)).filter(Boolean);
  // One name more takes no more room than "1 other".
  if (plain.length <= MAX_NAMES + 1) return plain;
  return [...plain.slice(0, MAX_NAMES), card.others({ count: plain.length - MAX_NAMES })];
}
