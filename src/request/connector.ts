import { CONSUMED, PERSON } from "./masked-text";
import { wholeWords } from "./word-edges";

/** Connects the parts of a request without adding meaning, in all languages. */
const CONNECTORS = new RegExp(
  `^(?:[\\s${PERSON}${CONSUMED},;:.、。·|/()\\[\\]&+…-]|${wholeWords(
    "with|and|or|at|on|for|from",
    "avec|et|ou|à|le|de|pour",
    "с|со|и|или|в|во|на",
    "please|pls|plz|svp|stp|s'il (?:te|vous) pla[iî]t|пожалуйста|sharp|exactly|pile|ровно|точно",
  )}|お願いします|ください|ちょうど|请|請|[とでにのはをから和跟与與在于於同从起或か]|一起|さん|様|開始|开始)*$`,
  "u",
);

/** Whether a text contains no word of the subject, so that the parts around it belong together. */
export function isConnector(text: string): boolean {
  return CONNECTORS.test(text);
}
