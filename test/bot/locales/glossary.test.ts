import { messagesFor } from "../../../bot/locales/messages";
import * as checkWords from "../../../src/check/check-words";
import { WHERE_TO_FIND } from "../../../src/config/settings";
import { localizableTexts } from "../../manifest/read-manifest";
import { leavesOf, wordsOf, type Leaf } from "./leaves";

/** What English texts don't say, and what they say instead. */
const BANNED: [words: RegExp, instead: string][] = [
  [/\b(?:every|some)body\b/i, "everyone, someone"],
  [/\bwho(?:m|ever|mever)\b/i, "who, anyone who"],
  [/\banew\b|\bany more\b/i, "again, no longer"],
  [/\bas it is\b|\bno longer ours\b|\basks? for patience\b/i, "a plain sentence"],
  [/\btopics?\b|\btitle\b/i, "name"],
  [/\bopen any ?time\b/i, "No fixed time"],
  [/\bpress(?:ed|es)?\b/i, "choose"],
  [/\bset-up\b/i, "setup"],
  [/\bconversations?\b/i, "this channel, chat or meeting chat"],
  [/\b(?:Africa|America|Asia|Europe|Pacific)\/[A-Z]/, "a short zone name"],
  [/\b(?:could|did|does|do|is|are|was|were|has|have|will|would|can) not\b|\bcannot\b/i, "isn’t, …"],
  [/\b(?:there|you|it|that) (?:is|are) (?:not|no)\b/i, "there’s no, you aren’t, …"],
  [/\bthe person who hosts\b|\bwho hosts\b/i, "host"],
  [/\badministrators?\b/i, "admin"],
  [/\bnothing is lost\b/i, "only what didn’t change"],
];

/** The product’s slogan. */
const SLOGAN = /one conversation, one meeting/gi;

const MAX_WORDS = 20;

/** The manifest's long description and the check's details for admins follow the rules of the docs. */
const MAX_WORDS_IN_DOCS = 25;
const IS_LONG = /^(?:manifest\.description\.full|check words)/;

const texts: Leaf[] = [
  ...leavesOf(messagesFor("en")),
  ...leavesOf({ manifest: localizableTexts() }),
  ...leavesOf({ settings: WHERE_TO_FIND }),
  ...leavesOf({ "check words": checkWords }),
];

test.each(BANNED)("no English text says %s: it says %s", (words) => {
  const wrong = texts.filter((leaf) => words.test(wordsOf(leaf).replaceAll(SLOGAN, "")));
  expect(wrong.map(({ path, text }) => `${path}: ${text}`)).toEqual([]);
});

test("English sentences are short", () => {
  const long = texts.flatMap(({ path, text }) => {
    const max = IS_LONG.test(path) ? MAX_WORDS_IN_DOCS : MAX_WORDS;
    return toSentences(text)
      .filter((sentence) => countWords(sentence) > max)
      .map((sentence) => `${path}: ${sentence}`);
  });
  expect(long).toEqual([]);
});

test("finds the words of a text", () => {
  expect(toSentences("One. Two: “a.b”.\nThree?")).toEqual(["One.", "Two: “a.b”.", "Three?"]);
  expect(countWords("Don’t choose “New link” — ever.")).toBe(5);
});

function toSentences(text: string): string[] {
  return text.split(/(?<=[.?!…]”?)\s+|\n/u).filter((sentence) => sentence !== "");
}

function countWords(sentence: string): number {
  return sentence.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
