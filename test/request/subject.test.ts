import fc from "fast-check";
import { toOneLine } from "../../src/request/one-line";
import { MAX_SUBJECT_CHARACTERS, readSubject } from "../../src/request/subject";

const FAMILY = "👨‍👩‍👧‍👦";
const FLAG = "🇸🇪";
const STACKED = "o\u0308\u0304\u0301\u0323";

function graphemesOf(text: string): string[] {
  return Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
}

describe("readSubject", () => {
  test.each([
    ["as typed", "Sprint review", "Sprint review"],
    ["without spaces around it", "  Sprint review \t", "Sprint review"],
    ["on one line", "Sprint\r\nreview\n\n2", "Sprint review 2"],
    ["on one line, for every kind of line break", "a\u2028b\u2029c\u0085d\ve\ff", "a b c d e f"],
    ["with one space between words", "Sprint \u00A0\u3000  review", "Sprint review"],
    ["without control characters", "Sprint\u0000\u0007\u001B\u007F\u009Freview", "Sprintreview"],
    ["without a byte order mark", "\uFEFFSprint review\uFEFF", "Sprint review"],
    [
      "without marks that change the reading direction",
      "\u202Etxt.exe\u202C \u2066x\u2069",
      "txt.exe x",
    ],
    ["without zero-width characters", "S\u200Bp\u2060r\u00ADint", "Sprint"],
    ["without lone surrogates", "a\uD83D b\uDE00", "a b"],
    ["with the joiners that Persian needs", "می\u200Cخواهم", "می\u200Cخواهم"],
    ["with at most four marks on a letter", `o${"\u0301".repeat(300)}k`, `o${"\u0301".repeat(4)}k`],
    [
      "with markup, which the card escapes",
      "<at>Ada</at> **x** [y](z)",
      "<at>Ada</at> **x** [y](z)",
    ],
    ["in any script", "設計 обзор مراجعة 🚀", "設計 обзор مراجعة 🚀"],
    ["with joined emoji", `${FAMILY}${FLAG}`, `${FAMILY}${FLAG}`],
    ["as an empty text if nothing is visible", " \n\t\u202E\u0000", ""],
    ["as an empty text if it is empty", "", ""],
  ])("keeps a subject %s", (_, text, topic) => {
    expect(readSubject(text)).toEqual({ topic, wasTopicCut: false });
  });

  test.each([
    ["keeps 255 characters", "a".repeat(255), "a".repeat(255), false],
    ["cuts the 256th character", "a".repeat(256), "a".repeat(255), true],
    ["cuts 10,000 characters", "a".repeat(10_000), "a".repeat(255), true],
    ["doesn't count spaces around it", ` ${"a".repeat(255)} `, "a".repeat(255), false],
    ["removes all of an emoji at the limit", `${"a".repeat(250)}${FAMILY}`, "a".repeat(250), true],
    [
      "keeps an emoji that just fits",
      `${"a".repeat(244)}${FAMILY}x`,
      `${"a".repeat(244)}${FAMILY}`,
      true,
    ],
    ["removes all of a flag at the limit", `${"a".repeat(253)}${FLAG}`, "a".repeat(253), true],
    ["doesn't fill the limit with half an emoji", `${"a".repeat(254)}🚀`, "a".repeat(254), true],
    [
      "removes all of an accented letter at the limit",
      `${"a".repeat(252)}${STACKED}`,
      "a".repeat(252),
      true,
    ],
    ["doesn't end with a space", `${"a".repeat(254)} bc`, "a".repeat(254), true],
  ])("%s", (_, text, topic, wasTopicCut) => {
    expect(readSubject(text)).toEqual({ topic, wasTopicCut });
  });

  const parts = ["a", " ", "\n", "\u0301", "🚀", FAMILY, FLAG, "\u202E", "\u0000", "設", "\u200D"];
  const topics = fc.oneof(
    fc.string({ unit: "binary", maxLength: 600 }),
    fc.array(fc.constantFrom(...parts), { maxLength: 300 }).map((all) => all.join("")),
  );

  test("returns one line within the limit, and is idempotent", () => {
    fc.assert(
      fc.property(topics, (given) => {
        const { topic } = readSubject(given);
        expect(topic.length).toBeLessThanOrEqual(MAX_SUBJECT_CHARACTERS);
        expect(topic).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u);
        expect(readSubject(topic)).toEqual({ topic, wasTopicCut: false });
      }),
    );
  });

  test("cuts at the last grapheme boundary within the limit", () => {
    const long = topics.map((given) => `start ${given}${FAMILY.repeat(30)}`);
    fc.assert(
      fc.property(long, (given) => {
        const { topic, wasTopicCut } = readSubject(given);
        const whole = toOneLine(given);
        const kept = graphemesOf(topic).length;
        expect(wasTopicCut).toBe(true);
        expect(graphemesOf(whole).slice(0, kept).join("")).toBe(topic);
        const next = graphemesOf(whole)
          .slice(kept, kept + 2)
          .join("");
        expect((topic + next).length).toBeGreaterThan(MAX_SUBJECT_CHARACTERS);
      }),
    );
  });
});
