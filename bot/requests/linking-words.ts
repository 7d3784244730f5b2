import type { RequestText } from "../../src/request/request-text";

/** "rename to …", "move to …", in the words of all languages; as people write them, in lower case. */
const LINKING_WORD = /^(?:to|as|en|à|au|в|на|为|成|到|至)(?=[\s\d"“«「])\s*/u;
/** 「…」に */
const LINKING_END = /(?<=[」』”"])\s*[にへ]$/u;

/** What follows a command without the word that only links it to the command. */
export function withoutLinkingWords(words: RequestText): RequestText {
  return words
    .map((word, index) => {
      if (typeof word !== "string") return word;
      const text = index === 0 ? word.replace(LINKING_WORD, "") : word;
      return index === words.length - 1 ? text.replace(LINKING_END, "") : text;
    })
    .filter((word) => word !== "");
}
