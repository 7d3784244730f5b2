import { toCardBytes } from "../../../../bot/cards/elements/card-bytes";
import { toPrivateCard } from "../../../../bot/cards/private-card";
import { SAMPLE_CARDS } from "../sample-cards";
import { BERLIN, meeting, toMeetingCard } from "../sample-data";

function expectSameJson(card: ReturnType<typeof toMeetingCard>): void {
  expect(JSON.parse(toCardBytes(card).toString())).toEqual(JSON.parse(JSON.stringify(card)));
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
  expect(toCardBytes(card).toString()).toContain('"spacing":"Large"');
  expectSameJson(card);
});

test("of a private card has the buttons of the private card", () => {
  const card = toMeetingCard(meeting({ isPrivate: true }), BERLIN);
  expectSameJson(card);
  expectSameJson(toPrivateCard(card));
  expect(toCardBytes(toPrivateCard(card)).toString()).toContain('"isPrivate"');
  expect(toCardBytes(card).toString()).not.toContain('"isPrivate"');
});
