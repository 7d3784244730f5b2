import type { MeetingCardData } from "../../../../bot/cards/meeting/meeting-card-data";
import { textOf } from "../../../support/cards";
import { validateCard } from "../../../support/validate-card";
import {
  BERLIN,
  HOSTILE_TEXTS,
  JOIN_URL,
  meeting,
  toBytes,
  TYPED_TEXT,
  toMeetingCard,
} from "../sample-data";

const toCard = (changes: Partial<MeetingCardData>) => toMeetingCard(meeting(changes), BERLIN);

test("shows user text as typed, and keeps renderers from expanding dates", () => {
  const texts = textOf(
    toCard({
      subject: TYPED_TEXT,
      organizerName: TYPED_TEXT.slice(0, 79),
      notice: { tone: "attention", text: TYPED_TEXT },
    }),
  ).split("\n");
  const guarded = TYPED_TEXT.replace("{{DATE", "{\u2060{DATE");
  expect(texts.slice(0, 2)).toEqual([guarded, guarded]);
  expect(texts).toContain(`${TYPED_TEXT.slice(0, 79)} (host)`);
});

test.each([
  ["Sprint review", { size: "Large" }],
  ["Donaudampfschifffahrtsge", { size: "Large" }],
  ["Donaudampfschifffahrtsges", {}],
  ["Sprint review, ".repeat(5).trim(), {}],
])("shows the subject %s with %j", (subject, look) => {
  const run = { type: "TextRun", text: subject, weight: "Bolder", ...look };
  expect(toCard({ subject }).body[0]).toEqual({ type: "RichTextBlock", inlines: [run] });
});

test.each(Object.entries(HOSTILE_TEXTS))("shows %s only as text runs", (_, text) => {
  const card = toCard({
    subject: text,
    organizerName: text,
    notice: { tone: "info", text },
  });
  expect(validateCard(card)).toEqual([]);
  expect(new Set(card.body.map(({ type }) => type))).toEqual(
    new Set(["Container", "RichTextBlock", "ActionSet"]),
  );
  expect(card.fallbackText.replace(JOIN_URL, "")).not.toMatch(/[[<*`]|:\/\/|www\./u);
});

test.each(["x", '"', "会", "👩‍👩‍👧 "])(
  "stays under 28 KB with %p 10,000 times in every field",
  (part) => {
    const text = part.repeat(10_000);
    const card = toCard({
      subject: text,
      organizerName: text,
      joinWebUrl: `https://teams.microsoft.com/${"%".repeat(990)}`,
      notice: { tone: "attention", text: `${text}\n${text}` },
      dialIn: { tollNumber: text, tollFreeNumber: text, conferenceId: text },
      refreshUserIds: Array.from({ length: 60 }, (_, index) => `29:${"i".repeat(64)}${index}`),
      meetingToken: "r".repeat(300),
    });
    expect(validateCard(card)).toEqual([]);
    expect(toBytes(card)).toBeLessThan(28_000);
  },
);
