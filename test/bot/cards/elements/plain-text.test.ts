import { toBareText, toListedText, toPlainText } from "../../../../bot/cards/elements/text-line";

describe("user text as one plain line", () => {
  test.each([
    ["replaces line breaks with spaces", "a\nb\r\nc\u2028d", "a b c d"],
    ["collapses spaces", "  a \t  b ", "a b"],
    ["removes text direction marks", "gpj.\u202Eexe\u2066x\u2069", "gpj.exex"],
    ["removes invisible characters", "a\u200Bb\uFEFFc\u00ADd\u0000e", "abcde"],
    ["removes half of a surrogate pair", "a\uD83Db", "ab"],
    ["keeps a multi-part emoji", "👩‍👩‍👧 🏳️‍🌈", "👩‍👩‍👧 🏳️‍🌈"],
    ["keeps the non-joiner of Persian", "می‌خواهم", "می‌خواهم"],
    ["limits stacked combining marks", `a${"\u0301".repeat(50)}`, `a${"\u0301".repeat(4)}`],
    ["keeps Markdown as typed", "**a** [b](c) # d", "**a** [b](c) # d"],
  ])("%s", (_, text, expected) => expect(toPlainText(text, 100)).toBe(expected));

  test.each([
    ["at a word", "one two three four five six", 20, "one two three four…"],
    ["within a long word", "abcdefghijklmnop", 10, "abcdefghi…"],
    ["never within an emoji", `abcdefg${"👩‍👩‍👧".repeat(2)}`, 12, "abcdefg…"],
    ["nothing that just fits", "abcdefghij", 10, "abcdefghij"],
  ])("cuts %s", (_, text, maxLength, expected) =>
    expect(toPlainText(text, maxLength)).toBe(expected),
  );
});

test("bare text has no Markdown, HTML or links", () => {
  expect(toBareText("**a** [b](https://e.example) <at>Bob</at> www.e.example")).toBe(
    "a b(https: e.example) atBob/at www e.example",
  );
});

test.each([
  ["a room's name", "Meet: #design", "Meet: #design"],
  ["a room's name at the start, not a heading", "#design meeting", "\u2060#design meeting"],
  ["no heading", "# design", "design"],
  ["no # within a word", "a#b", "ab"],
  ["no HTML, Markdown or link", "<b>[x](https://y.example)</b> **z**", "bx(https: y.example)/b z"],
])("lists text with %s", (_, text, listed) => {
  expect(toListedText(text)).toBe(listed);
});
