import { toCheckCard } from "../../../bot/cards/check-card";
import type { AdaptiveCard } from "../../../bot/cards/elements/adaptive-card";
import { en } from "../../../bot/locales/en";
import { toFault, toResult, type Directions } from "../../../src/check/check";
import { CHECK_IDS, FAULTS } from "../../../src/check/check-words";
import { createPortals } from "../../../src/check/portals";
import { CLOUDS } from "../../../src/clouds";
import { textFieldsOf, textOf } from "../../support/cards";
import { validateCard } from "../../support/validate-card";
import { SAMPLE_CARDS } from "./sample-cards";
import { IN_ORDER, NOT_IN_ORDER } from "./sample-checks";
import { toBytes } from "./sample-data";

const ID = "1d2f5a3c-4c53-4a7b-9e0e-2f8f0d7a9b11";
const LONG_URL = `https://rendezvous.contoso.com/${"path/".repeat(40)}healthz`;
/** U+200B and its like, soft hyphens and non-breaking spaces: people would copy them without seeing them. */
const INVISIBLE = /[\u00A0\u00AD\u200B-\u200F\u2060-\u2064\uFEFF]/u;

const portals = createPortals(CLOUDS.global, { appId: ID, tenantId: ID });
const directions: Directions[] = [
  ...Object.values(portals).map((entry) => (typeof entry === "function" ? entry(ID) : entry)),
  { copy: [{ label: "Public URL", value: LONG_URL }] },
  { copy: [{ label: "Settings", value: "STORE=lmdb:/var/lib/rendezvous\nPORT=3978" }] },
];
const everything: Directions = {
  details: directions.flatMap(({ details = [] }) => details),
  copy: directions.flatMap(({ copy = [] }) => copy),
  url: LONG_URL,
};

type Words = Parameters<typeof toFault>[0];
const faults = Object.entries(FAULTS).map(([name, words]): [string, Words] => [
  name,
  typeof words === "function"
    ? words({
        code: "7000215",
        date: "2027-03-01",
        status: "503",
        seconds: "5",
        foundVersion: "1.2.2",
        version: "1.2.3",
      })
    : words,
]);

function fieldsOf(card: AdaptiveCard): [label: string, value: string | undefined][] {
  return textFieldsOf(card).map(({ label, value }) => [label, value]);
}

test.each(faults)("the card of %s has every value in a field, letter by letter", (_, words) => {
  const card = toCheckCard([toResult("store", toFault(words, everything))], en);
  expect(fieldsOf(card)).toEqual([
    ...(everything.copy ?? []).map(({ label, value }) => [label, value]),
    ["Copy this link", LONG_URL],
  ]);
  expect(JSON.stringify(card)).not.toMatch(INVISIBLE);
  expect(textOf(card)).toContain(words.message);
  expect(textOf(card)).toContain(words.fix);
  expect(textOf(card)).not.toMatch(/https?:|[\da-f]{8}-[\da-f]{4}/);
});

test.each(Object.entries(SAMPLE_CARDS))(
  "the fields of the card %s have no invisible letters",
  (_, card) => {
    for (const { value = "" } of textFieldsOf(card)) expect(value).not.toMatch(INVISIBLE);
  },
);

test("a field is tall enough for its value, and a short one has one line", () => {
  const copy = [
    { label: "App ID", value: ID },
    { label: "Public URL", value: "x".repeat(37) },
    { label: "Settings", value: "A=1\nB=2\nC=3" },
  ];
  const { body } = toCheckCard([toResult("store", toFault(FAULTS.graphBusy, { copy }))], en);
  const boxes = body.flatMap((element) =>
    element.type === "Container" && element.items[0]?.type === "Input.Text" ? [element] : [],
  );
  expect(boxes.map(({ minHeight, items: [field] }) => [minHeight, field])).toEqual([
    [undefined, expect.not.objectContaining({ isMultiline: true })],
    ["80px", expect.objectContaining({ isMultiline: true, height: "stretch" })],
    ["100px", expect.objectContaining({ isMultiline: true, height: "stretch" })],
  ]);
});

test("nine faults stay under 28 KB: what doesn't fit is left out, and nothing is cut", () => {
  const long = Array.from({ length: 3 }, (_, index) => `${index} `.repeat(740));
  const copy = [ID, ...long].map((value, index) => ({ label: `Value ${index}`, value }));
  const fault = toFault(FAULTS.policyMissing, { ...portals.permissions, copy });
  const card = toCheckCard(
    CHECK_IDS.map((id) => toResult(id, fault)),
    en,
  );
  expect(validateCard(card)).toEqual([]);
  expect(toBytes(card)).toBeLessThan(28_000);
  const expected = CHECK_IDS.flatMap(() => [ID, portals.permissions.url]);
  expect(textFieldsOf(card).map(({ value }) => value)).toEqual(expected);
});

test("a value longer than a card can hold is left out", () => {
  const copy = [{ label: "Redirects to", value: "x".repeat(30_000) }];
  const card = toCheckCard(
    [toResult("public-url", toFault(FAULTS.addressElsewhere, { copy }))],
    en,
  );
  expect(fieldsOf(card)).toEqual([]);
  expect(textOf(card)).toContain(FAULTS.addressElsewhere.fix);
});

describe("the other checks", () => {
  const toShown = (card: AdaptiveCard) =>
    textOf({ body: card.body.filter((element) => !("isVisible" in element)) });

  test("are behind a button while there are faults", () => {
    const card = toCheckCard(NOT_IN_ORDER, en);
    expect(toShown(card)).not.toContain("All settings are valid.");
    expect(textOf(card)).toContain("All settings are valid.");
    expect(card.body).toContainEqual(expect.objectContaining({ id: "others", isVisible: false }));
    expect(JSON.stringify(card)).toContain(
      '"title":"Other checks (6)","targetElements":["others"]',
    );
  });

  test("are shown without faults", () => {
    expect(toShown(toCheckCard(IN_ORDER, en))).toContain("All settings are valid.");
  });
});
