import { toCardText } from "../../../../bot/cards/elements/card-text";
import { toPrivateCard } from "../../../../bot/cards/private-card";
import { SAMPLE_CARDS } from "../sample-cards";
import { BERLIN, meeting, toMeetingCard } from "../sample-data";

function expectSameJson(card: ReturnType<typeof toMeetingCard>): void {
  expect(JSON.parse(toCardText(card))).toEqual(JSON.parse(JSON.stringify(card)));
}

test("is the JSON of every card, each time", () => {
  const cards = Object.values(SAMPLE_CARDS);
  for (const card of [...cards, ...cards]) expectSameJson(card);
});

test("follows a change of an element that isn't shared", () => {
  const card = toMeetingCard(meeting({ expiresAt: "2026-12-04T09:00:00Z" }), BERLIN);
  expectSameJson(card);
  const line = card.body.find((element) => !Object.isFrozen(element));
  Object.assign(line ?? {}, { spacing: "Large" });
  expect(toCardText(card)).toContain('"spacing":"Large"');
  expectSameJson(card);
});

test("of a private card has the buttons of the private card", () => {
  const card = toMeetingCard(meeting({ isPrivate: true }), BERLIN);
  expectSameJson(card);
  expectSameJson(toPrivateCard(card));
  expect(toCardText(toPrivateCard(card))).toContain('"isPrivate"');
  expect(toCardText(card)).not.toContain('"isPrivate"');
});
