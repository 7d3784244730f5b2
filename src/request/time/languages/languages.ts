import { chinese } from "./zh/chinese";
import { english } from "./en/english";
import { french } from "./fr/french";
import { german } from "./de/german";
import { japanese } from "./ja/japanese";
import type { Language } from "./language";
import { russian } from "./ru/russian";

/** Read in every text: teams mix the languages of the app. */
const SHARED_LANGUAGES: readonly Language[] = [english, french, japanese, russian, chinese];

/** Read only for senders with that locale, because their words mean something else to others: `die`, `morgen`. */
const OWN_LANGUAGES: readonly Language[] = [german];

export const LANGUAGES: readonly Language[] = [...SHARED_LANGUAGES, ...OWN_LANGUAGES];

/** The languages in which a sender may write times. */
export function languagesFor(locale: string): readonly Language[] {
  const code = locale.slice(0, 2).toLowerCase();
  return [...SHARED_LANGUAGES, ...OWN_LANGUAGES.filter((language) => language.code === code)];
}
