import { en } from "../../../bot/locales/en";
import { textOf } from "../../support/cards";
import { validateCard } from "../../support/validate-card";
import { toHostileCards } from "./hostile-cards";
import { HOSTILE_TEXTS, JOIN_URL, toBytes } from "./sample-data";

const KINDS = Object.keys(toHostileCards(""));
const OUR_ELEMENTS = ["RichTextBlock", "Container", "ColumnSet", "ActionSet"].concat(
  "Input.ChoiceSet",
  "Input.Text",
);

describe.each(Object.entries(HOSTILE_TEXTS))("%s", (_, text) => {
  const cards = toHostileCards(text, JOIN_URL);

  test.each(KINDS)("shows the text only as text runs: %s", (kind) => {
    const card = cards[kind]!;
    expect(validateCard(card)).toEqual([]);
    expect(OUR_ELEMENTS).toEqual(expect.arrayContaining(card.body.map(({ type }) => type)));
    expect(card.fallbackText.replace(JOIN_URL, "")).not.toMatch(/[[<*`]|:\/\/|www\./u);
  });
});

describe.each(["x", '"', "会", "👩‍👩‍👧 ", "會 ", "\n", "a\n"])("10,000 times %p", (part) => {
  const cards = toHostileCards(part.repeat(10_000));

  test.each(KINDS)("stays under 28 KB: %s", (kind) => {
    expect(validateCard(cards[kind]!)).toEqual([]);
    expect(toBytes(cards[kind]!)).toBeLessThan(28_000);
  });
});

test("every kind of card shows the text", () => {
  const cards = Object.entries(toHostileCards("Zephyr"));
  expect(cards.filter(([, card]) => !textOf(card).includes("Zephyr"))).toEqual([]);
  expect(textOf(toHostileCards("Zephyr").meeting!)).toContain(
    en.roomsCard.named({ name: "Zephyr" }),
  );
});
