import { en } from "./en";
import { fr } from "./fr";
import { ja } from "./ja";
import { ru } from "./ru";
import { zhCn } from "./zh-cn";

/** The compiler reports missing messages. */
export type Messages = typeof en;

const BY_LANGUAGE: Readonly<Record<string, Messages>> = { en, fr, ja, ru, zh: zhCn };

/** Commands work in every language, regardless of the sender's locale. */
export const ALL_MESSAGES: readonly Messages[] = Object.values(BY_LANGUAGE);

/** ISO 639 codes; `zh` covers all of Chinese. */
export const LANGUAGES: readonly string[] = Object.keys(BY_LANGUAGE);

/** The messages for a BCP 47 locale such as "fr-CA"; English for other languages. */
export function messagesFor(locale: string): Messages {
  const [language = ""] = locale.toLowerCase().split("-");
  return BY_LANGUAGE[language] ?? en;
}
