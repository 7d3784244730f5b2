import { toCardBytes } from "../../../../bot/cards/elements/card-bytes";
import { toPrivateCard } from "../../../../bot/cards/private-card";
import type { JsonBytes } from "../../../../src/json-bytes";
import { SAMPLE_CARDS } from "../sample-cards";
import { BERLIN, meeting, toMeetingCard } from "../sample-data";

const toUtf8 = ({ text }: JsonBytes) => Buffer.from(text, "latin1").toString();

function expectSameJson(card: ReturnType<typeof toMeetingCard>): void {
  expect(JSON.parse(toUtf8(toCardBytes(card)))).toEqual(JSON.parse(JSON.stringify(card)));
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
  expect(toUtf8(toCardBytes(card))).toContain('"spacing":"Large"');
  expectSameJson(card);
});

test("is of this card, even if another one has the same body", () => {
  const card = toMeetingCard(meeting(), BERLIN);
  expectSameJson(card);
  expectSameJson({ ...card, fallbackText: "日程" });
  const { refresh, ...withoutRefresh } = card;
  expectSameJson(withoutRefresh);
  expectSameJson({ ...card, refresh: { action: refresh!.action, userIds: ["29:bo", "29:é"] } });
  expectSameJson({ ...card, refresh: { ...refresh!, action: { ...refresh!.action, verb: "x" } } });
  expectSameJson({ ...card, msteams: { entities: [] } });
  expectSameJson(card);
});

test("of a private card has the buttons of the private card", () => {
  const card = toMeetingCard(meeting({ isPrivate: true }), BERLIN);
  expectSameJson(card);
  expectSameJson(toPrivateCard(card));
  expect(toUtf8(toCardBytes(toPrivateCard(card)))).toContain('"isPrivate"');
  expect(toUtf8(toCardBytes(card))).not.toContain('"isPrivate"');
});
