import { readFileSync } from "node:fs";
import * as callEventWords from "../../src/check/call-event-words";
import * as words from "../../src/check/check-words";
import { leavesOf, sampleOf } from "../bot/locales/leaves";

const leaves = [...leavesOf(words), ...leavesOf(callEventWords)];

test("finds every text", () => {
  expect(leaves.length).toBeGreaterThan(80);
});

test("no text is empty or contains code by mistake", () => {
  const broken = /^\s*$|undefined|null|NaN|\[object|[{}]/;
  expect(leaves.filter(({ text }) => broken.test(text))).toEqual([]);
});

test("each text contains all of its values", () => {
  expect(
    leaves.filter(({ text, values }) => values.some((value) => !text.includes(sampleOf(value)))),
  ).toEqual([]);
});

test("the texts have typographic quotes, and no extra spaces", () => {
  expect(leaves.filter(({ text }) => /["'`]|\.\.\.|\s\s|^\s|\s$|\s[.,]/.test(text))).toEqual([]);
});

test("the README says what each check checks", () => {
  const readme = readFileSync("src/check/README.md", "utf8");
  const ids = [...words.CHECK_IDS, ...words.CALL_EVENT_CHECK_IDS];
  expect(ids.filter((id) => !readme.includes(`| \`${id}\` `))).toEqual([]);
});
