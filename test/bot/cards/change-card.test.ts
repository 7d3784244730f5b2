import { toChangeCard, type ChangeCardData } from "../../../bot/cards/change-card";
import { buttonsOf, textOf } from "../../support/cards";
import { BERLIN, change, JOIN_URL } from "./sample-data";

const TIME = {
  kind: "scheduled",
  startsAt: "2026-03-10T14:00:00Z",
  endsAt: "2026-03-10T14:45:00Z",
} as const;

const toCard = (changes: Partial<ChangeCardData>) => toChangeCard(change(changes), BERLIN);

/** The rows of values, without the column headings. */
const pairsOf = (changes: Partial<ChangeCardData>) =>
  toCard(changes).body.flatMap((element) =>
    element.type === "ColumnSet"
      ? [element.columns.map(({ items }) => textOf({ body: items }).split("\n"))]
      : [],
  );

const HEADS = [["Now"], ["Requested"]];

test("shows current and requested values in two columns", () => {
  expect(pairsOf({})).toEqual([
    HEADS,
    [["Sprint review"], ["Design review"]],
    [["No fixed time"], ["Tue 10 Mar · 15:00–15:45 CET"]],
    [["No one invited"], ["Add Ana and Bo"]],
  ]);
});

test.each<[string, ChangeCardData["now"], ChangeCardData["asked"], unknown[]]>([
  [
    "a name alone",
    { subject: "Old", time: TIME, people: ["Ana"] },
    { subject: "New" },
    [[["Old"], ["New"]]],
  ],
  ["a name where there was none", {}, { subject: "New" }, [[["Meeting"], ["New"]]]],
  [
    "another end",
    { time: TIME },
    { time: { ...TIME, endsAt: "2026-03-10T15:00:00Z" } },
    [[["Tue 10 Mar · 15:00–15:45 CET"], ["Tue 10 Mar · 15:00–16:00 CET"]]],
  ],
  ["more people", { people: ["Ana", "Bo"] }, { people: ["Chi"] }, [[["Ana and Bo"], ["Add Chi"]]]],
  [
    "the same values, written differently",
    { subject: "Sprint review", time: { ...TIME, startsAt: "2026-03-10T14:00:00.0000000Z" } },
    { subject: " Sprint  review", time: TIME, people: [] },
    [],
  ],
])("shows only differences: %s", (_, now, asked, expected) => {
  expect(pairsOf({ now, asked })).toEqual([HEADS, ...expected]);
});

test.each([
  ["Sprint review", "Update “Sprint review” for everyone"],
  ["", "Update “Meeting” for everyone"],
  ["Sprint review ".repeat(18), "…” for everyone"],
])("names the meeting: %s", (subject, expected) => {
  expect(textOf(toCard({ now: { subject } })).split("\n")[1]).toContain(expected);
});

test("puts Join first, and gives Update and Keep their tokens", () => {
  const buttons = buttonsOf(
    toCard({ updates: [{ requestToken: "asked" }], meetingToken: "known" }),
  );
  expect(buttons).toEqual([
    { type: "Action.OpenUrl", title: "Join", url: JOIN_URL },
    expect.objectContaining({
      title: "Update",
      style: "positive",
      verb: "update",
      data: { offer: "asked" },
      fallback: {
        type: "Action.Submit",
        title: "Update",
        style: "positive",
        data: { offer: "asked", verb: "update", msteams: { feedback: { hide: true } } },
      },
    }),
    expect.objectContaining({ title: "Keep", verb: "keep", data: { ref: "known" } }),
  ]);
});

test("has no Join button if the link isn't safe to open", () => {
  const buttons = buttonsOf(toCard({ joinWebUrl: "javascript:alert(1)" }));
  expect(buttons.map(({ title }) => title)).toEqual(["Update", "Keep"]);
});

test("puts a separate meeting first, and names its room", () => {
  const card = toCard({ separate: { room: "design-review", requestToken: "separate" } });
  expect(textOf(card)).toContain("Create a separate meeting, or update “Sprint review”");
  expect(textOf(card)).toContain("#design-review");
  expect(buttonsOf(card)).toMatchObject([
    {
      title: "Create separate meeting",
      style: "positive",
      verb: "meet",
      data: { offer: "separate" },
    },
    { title: "Update", verb: "update" },
    { title: "Keep" },
    { title: "Join" },
  ]);
  expect(buttonsOf(card)[1]).not.toHaveProperty("style");
});

test("leaves out the separate meeting if the card would be too large", () => {
  const token = "q".repeat(10_000);
  const card = toCard({
    updates: [{ requestToken: token }],
    separate: { room: "a", requestToken: token },
  });
  expect(buttonsOf(card).map(({ title }) => title)).toEqual(["Join", "Update", "Keep"]);
});

test("leaves out the buttons of older clients if three of them would make the card too large", () => {
  const updates = ["One", "All", "Stop"].map((title) => ({
    title,
    requestToken: "q".repeat(7_000),
  }));
  const card = toCard({ updates });
  expect(JSON.stringify(card).length).toBeLessThan(28_000);
  expect(buttonsOf(card).map(({ title }) => title)).toEqual(["Join", "One", "All", "Stop", "Keep"]);
  expect(JSON.stringify(card)).not.toContain('fallback"');
});
