import { joinWords } from "../../../../bot/cards/elements/join-words";

test.each([
  ["en-US", ["Ana", "Bo", "Eva"], "Ana, Bo, and Eva", "Ana, Bo, or Eva"],
  ["fr-FR", ["Ana", "Bo"], "Ana et Bo", "Ana ou Bo"],
  ["zh-CN", ["Ana", "Bo", "Eva"], "Ana、Bo 和 Eva", "Ana、Bo 或 Eva"],
  ["zh-CN", ["张伟", "李娜"], "张伟和李娜", "张伟或李娜"],
  ["zh-CN", ["Ana", "另外 3 人"], "Ana 和另外 3 人", "Ana 或另外 3 人"],
  ["zh-CN", ["张伟", "bo@contoso.com"], "张伟和 bo@contoso.com", "张伟或 bo@contoso.com"],
  ["zh-CN", ["Ana"], "Ana", "Ana"],
  ["zh-CN", [], "", ""],
])("in %s, joins %j", (locale, words, and, or) => {
  expect(joinWords(words, locale, "conjunction")).toBe(and);
  expect(joinWords(words, locale, "disjunction")).toBe(or);
});
