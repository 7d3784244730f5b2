import { plural } from "../../../bot/locales/plural";

const more = (language: string) =>
  plural(language, "{count, plural, other {#}}")({ count: 12_000 }).replace(/\s/gu, " ");

test("uses the plural forms of the language", () => {
  const others = plural(
    "ru",
    "{count, plural, one {# участник} few {# участника} many {# участников} other {# участника}}",
  );
  expect([1, 2, 5, 21, 22, 111].map((count) => others({ count }))).toEqual([
    "1 участник",
    "2 участника",
    "5 участников",
    "21 участник",
    "22 участника",
    "111 участников",
  ]);
});

test("formats numbers for the language", () => {
  expect(["en", "fr", "ja"].map(more)).toEqual(["12,000", "12 000", "12,000"]);
});

test("keeps angle brackets as text", () => {
  expect(plural("en", "<topic> {count, plural, other {#}}")({ count: 2 })).toBe("<topic> 2");
});

test.each([
  "{count, plural, one {# day}}",
  "{count, plural, other {# days}",
  "{count, plurals, x}",
])("rejects the syntax error in %s", (icuText) =>
  expect(() => plural("en", icuText)({ count: 1 })).toThrow(),
);
