import { en } from "./en";
import { fr } from "./fr";
import { ja } from "./ja";
import { ru } from "./ru";
import { zhCn } from "./zh-cn";

/** A missing message does not compile. */
export type Messages = typeof en;

const BY_LANGUAGE: Readonly<Record<string, Messages>> = { en, fr, ja, ru, zh: zhCn };

/** Every language, for what is understood whoever types it. */
export const ALL_MESSAGES: readonly Messages[] = Object.values(BY_LANGUAGE);

/** As `messagesFor` knows them: `zh` stands for all of Chinese. */
export const LANGUAGES: readonly string[] = Object.keys(BY_LANGUAGE);

/** The words for a BCP 47 locale as Teams sends it: "fr-CA" is French. English where we have no better. */
export function messagesFor(locale: string): Messages {
  const [language = ""] = locale.toLowerCase().split("-");
  return BY_LANGUAGE[language] ?? en;
}
