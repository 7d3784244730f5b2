import * as words from "../../src/check/check-words";
import { leavesOf, sampleOf } from "../bot/locales/leaves";

const leaves = leavesOf(words);

test("every text is found", () => {
  expect(leaves.length).toBeGreaterThan(80);
});

test("the texts say something, and nothing that only a program would say", () => {
  const broken = /^\s*$|undefined|null|NaN|\[object|[{}]/;
  expect(leaves.filter(({ text }) => broken.test(text))).toEqual([]);
});

test("the texts contain every value that they ask for", () => {
  expect(
    leaves.filter(({ text, values }) => values.some((value) => !text.includes(sampleOf(value)))),
  ).toEqual([]);
});

test("the texts have typographic quotes, and no blank too many", () => {
  expect(leaves.filter(({ text }) => /["'`]|\.\.\.|\s\s|^\s|\s$|\s[.,]/.test(text))).toEqual([]);
});
