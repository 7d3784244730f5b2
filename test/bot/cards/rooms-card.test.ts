import { toRoomsCard, type RoomsCardData } from "../../../bot/cards/rooms-card";
import { buttonsOf, textOf } from "../../support/cards";
import { BERLIN, JOIN_URL, roomRow } from "./sample-data";

const NOW = new Date("2026-03-01T00:00:00Z");
const MEET = { title: "Meet", verb: "meet" };
const SCHEDULED = {
  kind: "scheduled",
  startsAt: "2026-03-10T14:00:00Z",
  endsAt: "2026-03-10T14:45:00Z",
} as const;

const toCard = (changes: Partial<RoomsCardData>) =>
  toRoomsCard(
    {
      rooms: [roomRow()],
      hiddenCount: 0,
      isChannel: true,
      now: NOW,
      buttons: [MEET],
      ...changes,
    },
    BERLIN,
  );

test("shows each meeting's room, name, time and Join button", () => {
  const main = { subject: "", time: SCHEDULED, joinWebUrl: JOIN_URL };
  const thread = roomRow({ room: { kind: "thread" }, subject: "Incident" });
  const card = toCard({ rooms: [main, roomRow(), thread] });
  expect(textOf(card)).toBe(`Meetings in this channel
Main meeting
Meeting
Tue 10 Mar · 15:00–15:45 CET
#design
Design review
No fixed time
A thread’s meeting
Incident
No fixed time`);
  expect(buttonsOf(card)).toEqual(
    ["Join Main meeting", "Join #design", "Join A thread’s meeting"].map((tooltip) => ({
      type: "Action.OpenUrl",
      title: "Join",
      url: JOIN_URL,
      tooltip,
    })),
  );
});

test.each([
  [12, 0, 12, undefined],
  [13, 0, 12, "+1 more"],
  [2, 1, 2, "+1 more"],
  [14, 2000, 12, "+2,002 more"],
])("with %i meetings and %i hidden, shows %i, then %p", (count, hiddenCount, shown, more) => {
  const card = toCard({ rooms: Array.from({ length: count }, () => roomRow()), hiddenCount });
  expect(buttonsOf(card)).toHaveLength(shown);
  expect(textOf(card).match(/^\+.*$/mu)?.[0]).toBe(more);
});

test("leaves out unsafe links and invalid times", () => {
  const time = { kind: "scheduled", startsAt: "soon", endsAt: "" } as const;
  const card = toCard({ rooms: [roomRow({ joinWebUrl: "http://teams.example/", time })] });
  expect(buttonsOf(card)).toEqual([]);
  expect(textOf(card)).toMatch(/#design\nDesign review$/u);
});

test("offers to create a meeting if there is none", () => {
  const card = toCard({ rooms: [], isChannel: false });
  expect(textOf(card)).toBe("Meetings in this chat\nNo meetings yet.");
  expect(buttonsOf(card)).toMatchObject([{ title: "Meet", verb: "meet" }]);
});
