import { CONSUMED, PERSON } from "./masked-text";
import { LANGUAGES } from "./time/languages/languages";
import { anyOf, CJK, wholeWords } from "./word-edges";

const IS_CJK = new RegExp(`[${CJK}]`, "u");
const WORDS = LANGUAGES.flatMap(({ connectors }) => connectors.split("|"));
const [HAN, ALPHABETIC] = [true, false].map((isHan) =>
  anyOf(WORDS.filter((word) => IS_CJK.test(word) === isHan)),
);

/** Connects the parts of a request without adding meaning, in all languages. */
const CONNECTORS = new RegExp(
  `^(?:[\\s${PERSON}${CONSUMED},;:.、。·|/()\\[\\]&+…-]|${wholeWords(ALPHABETIC ?? "")}|${HAN ?? ""})*$`,
  "u",
);

/** Whether a text contains no word of the subject, so that the parts around it belong together. */
export function isConnector(text: string): boolean {
  return CONNECTORS.test(text);
}
