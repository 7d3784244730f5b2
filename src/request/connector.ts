import { PERSON, CONSUMED } from "./masked-text";
import { wholeWords } from "./word-edges";

/** What joins the parts of a request and says nothing itself, in all five languages. */
const GLUE = new RegExp(
  `^(?:[\\s${PERSON}${CONSUMED},;:.、。·|/()\\[\\]&+…-]|${wholeWords(
    "with|and|or|at|on|for|from",
    "avec|et|ou|à|le|de|pour",
    "с|со|и|или|в|во|на",
    "please|pls|plz|svp|stp|s'il (?:te|vous) pla[iî]t|пожалуйста|sharp|exactly|pile|ровно|точно",
  )}|お願いします|ください|ちょうど|请|請|[とでにのはをから和跟与與在于於同从起或か]|一起|さん|様|開始|开始)*$`,
  "u",
);

/** Whether a range of text holds no word of a topic, so that what stands on both sides belongs together. */
export function isConnector(text: string): boolean {
  return GLUE.test(text);
}
