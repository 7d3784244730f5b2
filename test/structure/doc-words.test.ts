import { en } from "../../bot/locales/en";
import { toTakenPortProblem } from "../../src/cli/start-problem";
import * as checkWords from "../../src/check/check-words";
import { leavesOf, quotedIn } from "../bot/locales/leaves";
import { proseOf, readRows } from "./documents";
import { readText } from "./source-files";

/** They quote what people see, and name buttons. */
const PAGES = [
  "README.md",
  "docs/using.md",
  "docs/administering.md",
  "docs/troubleshooting.md",
  "docs/privacy.md",
];

const catalog = leavesOf(en);
const said = [
  ...[...catalog, ...leavesOf(checkWords)].map(({ text }) => text),
  toTakenPortProblem(3978, "--port").message,
];
const titles = new Set(catalog.map(({ text }) => text));

/** Whether a text contains the parts of a quotation, between its ellipses, in order. */
function says(text: string, quotation: string): boolean {
  let at = 0;
  return quotation.split("…").every((part) => {
    const found = text.indexOf(part.trim(), at);
    at = found + part.length;
    return found >= 0;
  });
}

/** Rows with an example are compared with its answer, in doc-examples.test.ts. */
const withoutExamples = (path: string) => readText(path).replace(/^\| *`@Rendezvous.*$/gm, "");

/** In bold; links in bold aren't buttons. */
const buttonsIn = (path: string) =>
  [...proseOf(path).matchAll(/\*\*([^*[\n]+)\*\*/g)].map(([, title = ""]) => title);

describe.each(PAGES)("%s", (page) => {
  test("only quotes what people see", () => {
    const quotations = quotedIn(withoutExamples(page)).filter((text) => /\p{L}/u.test(text));
    expect(quotations.filter((quotation) => !said.some((text) => says(text, quotation)))).toEqual(
      [],
    );
  });

  test("only has buttons in bold", () => {
    expect(buttonsIn(page).filter((title) => !titles.has(title))).toEqual([]);
  });
});

const symptoms = readRows("docs/troubleshooting.md").flatMap(({ cells: [symptom = ""] }) =>
  quotedIn(symptom),
);

test("finds quotations, buttons and symptoms", () => {
  expect(quotedIn(withoutExamples("docs/using.md"))).toContain("Who can present");
  expect(buttonsIn("docs/using.md")).toContain("Copy link");
  expect(symptoms.length).toBeGreaterThan(10);
});

// An error that an admin can fix says so.
const fixable = catalog
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

test.each(fixable)(
  "%s, which an admin can fix, has a row in docs/troubleshooting.md",
  (_name, text) => {
    const isByReference = text.includes("the reference below");
    const answered = isByReference ? [text, en.reference({ reference: "1a2b3c4d" })] : [text];
    const rows = symptoms.filter((quotation) => answered.some((one) => says(one, quotation)));
    expect(rows).not.toEqual([]);
  },
);
