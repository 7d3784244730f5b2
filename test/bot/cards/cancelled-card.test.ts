import { toCancelledCard, type CancelledCardData } from "../../../bot/cards/cancelled-card";
import { buttonsOf, textOf } from "../../support/cards";
import { BERLIN } from "./sample-data";

const toCard = (changes: Partial<CancelledCardData> = {}) =>
  toCancelledCard(
    {
      subject: "Sprint review",
      cancelledByName: "Bo",
      cancelledAt: "2026-11-20T09:00:00Z",
      meetingToken: "token",
      ...changes,
    },
    BERLIN,
  );

test.each<[Partial<CancelledCardData>, RegExp]>([
  [
    {},
    /^“Sprint review” was cancelled by Bo on Friday,? 20 November 2026.* 10:00 \(Europe\/Berlin\)\.$/mu,
  ],
  [{ cancelledByName: "" }, /^“Sprint review” was cancelled on Friday,? 20 November 2026/mu],
  [{ subject: "" }, /^“Meeting” was cancelled by Bo/mu],
])("%j", (changes, expected) => expect(textOf(toCard(changes))).toMatch(expected));

test("Start again creates a meeting, like Meet", () => {
  expect(buttonsOf(toCard())).toMatchObject([
    { title: "Start again", verb: "meet", style: "positive", data: { ref: "token" } },
  ]);
});
