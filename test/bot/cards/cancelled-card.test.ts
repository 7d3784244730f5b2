import { toCancelledCard, type CancelledCardData } from "../../../bot/cards/cancelled-card";
import { buttonsOf, textOf } from "../../support/cards";
import { BERLIN } from "./sample-data";

const toCard = (changes: Partial<CancelledCardData> = {}) =>
  toCancelledCard(
    {
      subject: "Sprint review",
      cancelledByName: "Bo",
      cancelledAt: "2026-11-20T09:00:00Z",
      again: { ref: "token" },
      now: new Date("2026-11-20T10:00:00Z"),
      ...changes,
    },
    BERLIN,
  );

test.each<[Partial<CancelledCardData>, string]>([
  [{}, "Sprint review\nCancelled\nCancelled by Bo · Fri 20 Nov · 10:00 CET"],
  [{ cancelledByName: "" }, "Sprint review\nCancelled\nCancelled · Fri 20 Nov · 10:00 CET"],
  [{ subject: "" }, "Meeting\nCancelled\nCancelled by Bo · Fri 20 Nov · 10:00 CET"],
  [
    { understood: "Retro · Mon" },
    "Sprint review\nCancelled\nCancelled by Bo · Fri 20 Nov · 10:00 CET\nUnderstood: Retro · Mon",
  ],
])("%j", (changes, expected) => expect(textOf(toCard(changes))).toBe(expected));

test("Create a new meeting works like meet", () => {
  expect(buttonsOf(toCard())).toMatchObject([
    { title: "Create a new meeting", verb: "meet", style: "positive", data: { ref: "token" } },
  ]);
});
