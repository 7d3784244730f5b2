import { foldText } from "../../src/request/fold-text";
import { ALL_MESSAGES, type Messages } from "./messages";

/** Languages by their script. Japanese comes first, because it also has Chinese characters. */
const SCRIPTS: readonly (readonly [language: string, text: RegExp])[] = [
  ["ja", /[ぁ-ゖァ-ヺ]|会議|明日|来週|招待|変更|[0-9]時/u],
  ["zh", /\p{Script=Han}/u],
  ["ru", /\p{Script=Cyrillic}/u],
];

/** Frequent words that only one of the languages in Latin letters has, without accents. */
const FREQUENT: Readonly<Record<string, string>> = {
  en: "the with and at to for of is are what when where who how can could we you i our my please thanks thank hello hi hey today tomorrow next week monday tuesday wednesday thursday friday saturday sunday meeting",
  fr: "le la les un une des du de et avec pour au aux en sur dans est quand qui que ce cette notre nous vous je tu peut peux merci bonjour bonsoir salut svp oui aujourd hui demain prochain prochaine semaine lundi mardi mercredi jeudi vendredi samedi dimanche midi heure heures",
};

/** Letters that French words have, and English ones don't. */
const FRENCH_LETTERS = /[àçèêùœ]/u;

/** The language of a short text, as a BCP 47 tag; English if nothing in it says otherwise. */
export function guessLanguage(text: string): string {
  const byScript = SCRIPTS.find(([, pattern]) => pattern.test(text));
  if (byScript) return byScript[0];
  const words =
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const scores = ALL_MESSAGES.map(({ language, ...messages }) => {
    const known = new Set([...listCommands(messages), ...(FREQUENT[language]?.split(" ") ?? [])]);
    const isKnown = (word: string) =>
      known.has(foldText(word)) || (language === "fr" && FRENCH_LETTERS.test(word));
    return { language, count: words.filter(isKnown).length };
  });
  // The first of equals is English.
  return scores.reduce((best, next) => (next.count > best.count ? next : best)).language;
}

function listCommands({ commands, aliases }: Pick<Messages, "commands" | "aliases">): string[] {
  const titles = Object.values(commands).map(({ title }) => title);
  return [...titles, ...Object.values(aliases)].flatMap((words) => foldText(words).split(" "));
}
