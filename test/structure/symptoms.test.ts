import { en } from "../../bot/locales/en";
import { toTakenPortProblem } from "../../src/cli/start-problem";
import * as checkWords from "../../src/check/check-words";
import { leavesOf, quotedIn } from "../bot/locales/leaves";
import { readText } from "./source-files";

/** The first column of README's table. */
const symptoms = (readText("README.md").split("## When something is wrong")[1] ?? "")
  .split("\n")
  .filter((line) => line.startsWith("| "))
  .slice(2)
  .map((line) => line.split("|")[1]?.trim() ?? "");
const quoted = symptoms.flatMap(quotedIn);
const said = [
  ...[...leavesOf(en), ...leavesOf(checkWords)].map(({ text }) => text),
  toTakenPortProblem(3978, "--port").message,
];

/** Whether a text contains the parts of a quotation, between its ellipses, in order. */
function says(text: string, quotation: string): boolean {
  let at = 0;
  return quotation.split("…").every((part) => {
    const found = text.indexOf(part.trim(), at);
    at = found + part.length;
    return found >= 0;
  });
}

test("finds the symptoms", () => {
  expect(quoted.length).toBeGreaterThan(10);
});

test.each(quoted)("“%s” is a text that people see", (quotation) => {
  expect(said.filter((text) => says(text, quotation))).not.toEqual([]);
});

// An error that an admin can fix says so.
const fixable = leavesOf(en)
  .filter(
    ({ path, text }) =>
      isForAdmin(text) && (path.startsWith("errors.") || says(text, "admin to check")),
  )
  .map(({ path, text }) => [path, text] as const);

function isForAdmin(text: string): boolean {
  return /your admin/.test(text);
}

test("finds the errors that an admin can fix", () => {
  expect(fixable.map(([name]) => name)).toEqual(
    expect.arrayContaining([
      "errors.permissionMissing",
      "errors.policyMissing",
      "errors.appNotTrusted",
    ]),
  );
});

test.each(fixable)("%s, which an admin can fix, has a row", (_name, text) => {
  const isByReference = text.includes("the reference below");
  const answered = isByReference ? [text, en.reference({ reference: "1a2b3c4d" })] : [text];
  const rows = quoted.filter((quotation) => answered.some((one) => says(one, quotation)));
  expect(rows).not.toEqual([]);
});
