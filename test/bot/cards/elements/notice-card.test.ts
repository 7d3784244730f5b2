import { toNoticeCard } from "../../../../bot/cards/elements/notice-card";
import { buttonsOf, textOf } from "../../../support/cards";
import { validateCard } from "../../../support/validate-card";
import { HOSTILE_TEXTS, toBytes } from "../sample-data";

test("shows the title and the lines in order", () => {
  expect(textOf(toNoticeCard({ title: "Help", text: "One\n\nTwo" }))).toBe("Help\nOne\nTwo");
});

test("a button sends its verb from clients without Action.Execute too", () => {
  const buttons = [{ title: "Meet", verb: "meet", data: { topic: "Design", verb: "forged" } }];
  const [action] = buttonsOf(toNoticeCard({ text: "Meet?", buttons }));
  expect(action).toMatchObject({
    type: "Action.Execute",
    verb: "meet",
    fallback: { type: "Action.Submit", data: { verb: "meet", topic: "Design" } },
  });
});

test("has no button row without buttons", () => {
  expect(toNoticeCard({ text: "Done." }).body).toHaveLength(1);
});

test.each(Object.entries(HOSTILE_TEXTS))("shows %s only as text runs", (_, text) => {
  const card = toNoticeCard({ title: text, text });
  expect(validateCard(card)).toEqual([]);
  expect(new Set(card.body.map(({ type }) => type))).toEqual(new Set(["RichTextBlock"]));
  expect(card.fallbackText).not.toMatch(/[[<*`]|:\/\/|www\./u);
});

test.each(["x", "\n", "会", "a\n"])(
  "stays under 28 KB with %p 10,000 times in every field",
  (part) => {
    const text = part.repeat(10_000);
    const card = toNoticeCard({ title: text, text });
    expect(validateCard(card)).toEqual([]);
    expect(toBytes(card)).toBeLessThan(28_000);
  },
);
