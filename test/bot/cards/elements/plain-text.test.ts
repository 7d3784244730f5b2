import { toBareText, toListedText, toPlainText } from "../../../../bot/cards/elements/plain-text";

describe("a person's text as one plain line", () => {
  test.each([
    ["line breaks become spaces", "a\nb\r\nc\u2028d", "a b c d"],
    ["runs of spaces become one", "  a \t  b ", "a b"],
    ["what turns the reading direction goes", "gpj.\u202Eexe\u2066x\u2069", "gpj.exex"],
    ["what nobody sees goes", "a\u200Bb\uFEFFc\u00ADd\u0000e", "abcde"],
    ["half of a surrogate pair goes", "a\uD83Db", "ab"],
    ["an emoji of several parts stays", "👩‍👩‍👧 🏳️‍🌈", "👩‍👩‍👧 🏳️‍🌈"],
    ["Persian keeps its non-joiner", "می‌خواهم", "می‌خواهم"],
    ["piled marks are thinned out", `a${"\u0301".repeat(50)}`, `a${"\u0301".repeat(4)}`],
    ["Markdown stays as typed", "**a** [b](c) # d", "**a** [b](c) # d"],
  ])("%s", (_, text, expected) => expect(toPlainText(text, 100)).toBe(expected));

  test.each([
    ["at a word", "one two three four five six", 20, "one two three four…"],
    ["within a word that leaves no better place", "abcdefghijklmnop", 10, "abcdefghi…"],
    ["never within an emoji", `abcdefg${"👩‍👩‍👧".repeat(2)}`, 12, "abcdefg…"],
    ["not where it just fits", "abcdefghij", 10, "abcdefghij"],
  ])("is cut %s", (_, text, maxLength, expected) =>
    expect(toPlainText(text, maxLength)).toBe(expected),
  );
});

test("bare text has nothing that Markdown, HTML or a link finder acts on", () => {
  expect(toBareText("**a** [b](https://e.example) <at>Bob</at> www.e.example")).toBe(
    "a bhttps: e.example atBob/at www e.example",
  );
});

test.each([
  ["a room's name", "Meet: #design", "Meet: #design"],
  ["a room's name at the start, not a heading", "#design meeting", "\u2060#design meeting"],
  ["no heading", "# design", "design"],
  ["no sign within a word", "a#b", "ab"],
  ["no HTML, Markdown or link", "<b>[x](https://y.example)</b> **z**", "bxhttps: y.example/b z"],
])("a listed text keeps or drops: %s", (_, text, listed) => {
  expect(toListedText(text)).toBe(listed);
});
