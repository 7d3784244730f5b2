import { toMerged } from "es-toolkit/object";
import { en } from "./en";
import { fr } from "./fr";
import { ja } from "./ja";
import { ru } from "./ru";
import { zhCn } from "./zh-cn";

export type Messages = typeof en;

/** A language's own texts. The rest stays in English. The compiler reports unknown texts and wrong parameters. */
export type Translation = Incomplete<Messages> & Pick<Messages, "language">;

/** A catalog with texts left out. */
export type Incomplete<T> = {
  [Key in keyof T]?: T[Key] extends string | ((values: never) => string)
    ? T[Key]
    : Incomplete<T[Key]>;
};

/** By ISO 639 code; `zh` covers all of Chinese. */
export const TRANSLATIONS: Readonly<Record<string, Translation>> = { fr, ja, ru, zh: zhCn };

const BY_LANGUAGE: Readonly<Record<string, Messages>> = {
  en,
  ...Object.fromEntries(
    Object.entries(TRANSLATIONS).map(([language, texts]) => [language, toMerged(en, texts)]),
  ),
};

/** Commands work in every language, regardless of the sender's locale. */
export const ALL_MESSAGES: readonly Messages[] = Object.values(BY_LANGUAGE);

/** ISO 639 codes; `zh` covers all of Chinese. */
export const LANGUAGES: readonly string[] = Object.keys(BY_LANGUAGE);

/** The messages for a BCP 47 locale such as "fr-CA"; English for other languages. */
export function messagesFor(locale: string): Messages {
  const [language = ""] = locale.toLowerCase().split("-");
  return BY_LANGUAGE[language] ?? en;
}
