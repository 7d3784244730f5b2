import { hasWideWord, toRunText } from "../../../../bot/cards/elements/text-line";

test("leaves no date function for renderers to expand", () => {
  expect(toRunText("{{DATE(2017-02-14T06:08:39Z)}} {{TIME(x)}} {{DATE()}}")).not.toMatch(
    /\{\{(DATE|TIME)\(/u,
  );
});

test.each([
  ["40 letters", "Donaudampfschifffahrtsgesellschaftskapit"],
  ["120 letters", "release_candidate_build_".repeat(5)],
])("makes a word of %s breakable with invisible characters", (_, word) => {
  const text = toRunText(`the ${word} of it`);
  expect(Math.max(...text.split(/[ \u200B]/u).map(({ length }) => length))).toBeLessThan(16);
  expect(text.replaceAll("\u200B", "")).toBe(`the ${word} of it`);
});

test("doesn't break a multi-part emoji", () => {
  const family = "👩‍👩‍👧";
  const pieces = toRunText(family.repeat(20)).split("\u200B");
  expect(pieces.length).toBeGreaterThan(1);
  expect(pieces.map((piece) => piece.replaceAll(family, "")).join("")).toBe("");
});

test.each([
  "Projektbesprechung am Mittwoch",
  "Donaudampfschifffahrtsgesellschaftskapi",
  "スプリントレビューと次の四半期の計画についてのプロジェクト全体の打ち合わせと今後の進め方の相談",
  "{{DAY}} {DATE(2017-02-14T06:08:39Z)}",
])("keeps %s as typed", (text) => expect(toRunText(text)).toBe(text));

test.each([
  ["Donaudampfschifffahrtsge", false],
  ["Donaudampfschifffahrtsges", true],
  ["Donaudampf schifffahrts gesellschaft", false],
  ["スプリントレビューと次の四半期の計画についての打ち合わせ", false],
])("finds a word that is too wide for the large size in %s: %p", (text, expected) => {
  expect(hasWideWord(text)).toBe(expected);
});

test.each([
  ["Donaudampfschiff", "Donaudam\u200Bpfschiff"],
  ["Donaudampfschi", "Donaudampfschi"],
  ["the next retrospective", "the next retrospective"],
])("breaks %s in a column as %p", (text, expected) => {
  expect(toRunText(text, "column")).toBe(expected);
});
