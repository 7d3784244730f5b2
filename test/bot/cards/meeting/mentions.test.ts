import type { AdaptiveCard } from "../../../../bot/cards/elements/adaptive-card";
import type { Invitee, MeetingCardData } from "../../../../bot/cards/meeting/meeting-card-data";
import { textOf } from "../../../support/cards";
import { validateCard } from "../../../support/validate-card";
import { BERLIN, HOSTILE_TEXTS, invite, meeting, toBytes, toMeetingCard } from "../sample-data";

const toCard = (changes: Partial<MeetingCardData>) => toMeetingCard(meeting(changes), BERLIN);
const mention = (name: string, teamsId = `29:1${name}`) => ({ teamsId, name });
const mentionLine = (card: AdaptiveCard) => card.body.find(({ type }) => type === "TextBlock");
const textsOf = (card: AdaptiveCard) => (card.msteams?.entities ?? []).map(({ text }) => text);

const peopleLinesOf = (changes: Partial<MeetingCardData>) =>
  textOf(toCard({ organizerName: "", time: { kind: "standing" }, ...changes }))
    .split("\n")
    .slice(2);

test("adds an entity for each mention", () => {
  const card = toCard({ mentions: [mention("Ana Silva"), mention("Bo")] });
  expect(mentionLine(card)).toMatchObject({
    text: "<at>Ana Silva</at>, <at>Bo</at>",
    wrap: true,
  });
  expect(card.msteams).toEqual({
    entities: [
      {
        type: "mention",
        text: "<at>Ana Silva</at>",
        mentioned: { id: "29:1Ana Silva", name: "Ana Silva" },
      },
      { type: "mention", text: "<at>Bo</at>", mentioned: { id: "29:1Bo", name: "Bo" } },
    ],
  });
  expect(validateCard(card)).toEqual([]);
});

test("has no Markdown without mentions", () => {
  expect(toCard({ people: invite("Ana") })).not.toHaveProperty("msteams");
  expect(mentionLine(toCard({ people: invite("Ana"), mentions: [] }))).toBeUndefined();
});

test("gives people with the same name different texts, and keeps their name", () => {
  const names = ["Ana", "Ana", "Ana 2", "Ana", "Ana!"];
  const card = toCard({ mentions: names.map((name, index) => mention(name, `id-${index}`)) });
  expect(textsOf(card)).toEqual(
    ["Ana", "Ana 2", "Ana 2 2", "Ana 3", "Ana 4"].map((text) => `<at>${text}</at>`),
  );
  expect(card.msteams?.entities.map(({ mentioned }) => mentioned.name)).toEqual([
    "Ana",
    "Ana",
    "Ana 2",
    "Ana",
    "Ana",
  ]);
});

test("mentions each person once, and skips people without an id", () => {
  const mentions = [mention("Ana", "1"), mention("Ana S.", "1"), mention("Bo", "")];
  expect(textsOf(toCard({ mentions }))).toEqual(["<at>Ana</at>"]);
});

test.each([
  ["O'Neill-Smith Jr.", "O'Neill-Smith Jr."],
  ["J.R. Núñez", "J.R. Núñez"],
  ["山田 太郎", "山田 太郎"],
  ["می‌خواهم علی", "میخواهم علی"],
  ["Ana <at>Bob</at>", "Ana atBobat"],
  ["[click](https://evil.example)", "clickhttpsevil. example"],
  ["www.evil.example", "www. evil. example"],
  ["**Bo** _x_ `y` ~z~ #1", "Bo x y z 1"],
  ["Bo (Contoso) | Sales", "Bo Contoso Sales"],
  ["🎉", "someone"],
])("turns the name %s into %s", (name, expected) => {
  expect(textsOf(toCard({ mentions: [mention(name)] }))).toEqual([`<at>${expected}</at>`]);
});

test.each(Object.entries(HOSTILE_TEXTS))("keeps %s in a name from forging mentions", (_, name) => {
  const card = toCard({
    mentions: [mention(name, "1"), mention(name, "2")],
    people: invite(name, name),
  });
  expect(validateCard(card)).toEqual([]);
  expect(mentionLine(card)).toMatchObject({
    text: expect.stringMatching(
      /^<at>[\p{L}\p{N}\p{M} '’.-]+<\/at>, <at>[\p{L}\p{N}\p{M} '’.-]+<\/at>$/u,
    ),
  });
});

describe("the names after the mentions", () => {
  test.each<[string, Partial<MeetingCardData>, string[]]>([
    ["people alone", { people: invite("Ana", "Bo") }, ["Ana, Bo"]],
    ["all mentioned", { people: invite("Ana"), mentions: [mention("Ana")] }, ["<at>Ana</at>"]],
    [
      "some mentioned",
      { people: invite("Ana", "bo@contoso.com", "Ana"), mentions: [mention(" Ana ")] },
      ["bo@contoso.com, Ana", "<at>Ana</at>"],
    ],
    [
      "many people",
      { people: invite(..."Ana,Bo,Chi,Dan,Eva,Fay,Guy,Hal".split(",")) },
      ["Ana, Bo, Chi, +5"],
    ],
    ["no one", { people: invite("", "\u200B") }, []],
  ])("%s", (_, changes, expected) => expect(peopleLinesOf(changes)).toEqual(expected));
});

test("shows the host and the roles, on mentions too", () => {
  const people: Invitee[] = [
    { name: "Ada" },
    { name: "Grace", role: "presenter" },
    { name: "Bo", role: "coorganizer" },
  ];
  const lines = peopleLinesOf({ organizerName: "Ada", people, mentions: [mention("Bo")] });
  expect(lines).toEqual(["Ada (host), Grace (presenter)", "<at>Bo</at> (co-organizer)"]);
});

test("mentions at most 60 people, and all of them with names of usual length", () => {
  const mentions = Array.from({ length: 70 }, (_, index) =>
    mention(`Maximiliana Johansson ${index}`, `29:1${"i".repeat(96)}${index}`),
  );
  const card = toCard({
    mentions,
    people: mentions,
    refreshUserIds: mentions.map((_, index) => `d32d11ff-dc17-477e-b4a0-9758ccab35${index}`),
  });
  expect(card.msteams?.entities).toHaveLength(60);
  expect(toBytes(card)).toBeLessThan(28_000);
  expect(textOf(card)).toMatch(/^Ada Lovelace \(host\), .* 60, .* 61, \+8$/mu);
});

test.each(["x", "会", "👩‍👩‍👧 "])("stays under 28 KB with %p 1,000 times in names", (part) => {
  const text = part.repeat(1000);
  const people = Array.from({ length: 100 }, (_, index) => `${index}${text}`);
  const card = toCard({
    subject: text,
    organizerName: text,
    people: invite(...people, ...people),
    mentions: people.map((name, index) => mention(name, `29:1${"i".repeat(96)}${index}`)),
    understood: text,
    room: { kind: "named", name: text },
    expiresAt: "2026-12-04T10:00:00Z",
    notice: { tone: "attention", text },
    dialIn: { tollNumber: text, tollFreeNumber: text, conferenceId: text },
    refreshUserIds: people.map((_, index) => `29:1${"i".repeat(96)}${index}`),
    meetingToken: "r".repeat(300),
  });
  expect(validateCard(card)).toEqual([]);
  expect(toBytes(card)).toBeLessThan(28_000);
});
