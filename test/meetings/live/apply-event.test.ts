import { applyEvent, type PastEvent } from "../../../src/meetings/live/apply-event";
import type { MeetingSession } from "../../../src/meetings/record/meeting-record";

const LINK = "https://teams.microsoft.com/meet/1";
const HOUR_MS = 60 * 60_000;

const on = (time: string) => `2026-11-20T${time}:00.000Z`;
const started = (time: string): PastEvent => ({ kind: "started", at: on(time) });
const ended = (time: string): PastEvent => ({ kind: "ended", at: on(time) });
const joined = (time: string, ...ids: string[]): PastEvent => ({
  kind: "people",
  at: on(time),
  joined: ids.map((id) => ({ id })),
});
const left = (time: string, ...ids: string[]): PastEvent => ({
  kind: "people",
  at: on(time),
  left: ids.map((id) => ({ id })),
});

function apply(...events: PastEvent[]): MeetingSession | undefined {
  return events.reduce<MeetingSession | undefined>(
    (session, event) =>
      applyEvent(
        session,
        event,
        LINK,
        ({ startedAt }, at) => Date.parse(at) - Date.parse(startedAt) >= 12 * HOUR_MS,
      ),
    undefined,
  );
}

/** What a card can show of it. */
function toShown(session: MeetingSession | undefined) {
  const { startedAt, endedAt, isStartGuessed, people = [] } = session ?? {};
  const inside = people.filter(({ isIn }) => isIn).map(({ id }) => id);
  return {
    startedAt: startedAt?.slice(11, 16),
    endedAt: endedAt?.slice(11, 16),
    isStartGuessed: isStartGuessed ?? false,
    inside: inside.toSorted(),
    count: people.length,
  };
}

function* permute<T>(items: readonly T[]): Generator<T[]> {
  if (items.length === 0) yield [];
  for (const [index, item] of items.entries()) {
    for (const rest of permute(items.toSpliced(index, 1))) yield [item, ...rest];
  }
}

describe("the events of a call", () => {
  const call = [started("14:02"), joined("14:02", "a"), joined("14:10", "b"), left("14:30", "a")];

  it("give the same session in any order, however often they come", () => {
    for (const events of permute(call)) {
      // Nothing says which call someone left.
      if (events[0]?.left) continue;
      const expected = { startedAt: "14:02", endedAt: undefined, inside: ["b"], count: 2 };
      expect(toShown(apply(...events))).toMatchObject(expected);
      expect(toShown(apply(...events, ...events))).toMatchObject(expected);
    }
  });

  it("give the same end in any order", () => {
    for (const events of permute([...call, ended("14:47")])) {
      const expected = { startedAt: "14:02", endedAt: "14:47", isStartGuessed: false, count: 2 };
      expect(toShown(apply(...events))).toMatchObject(expected);
    }
  });

  it("of two calls give the second, in any order", () => {
    const two = [started("14:02"), joined("14:03", "a"), ended("14:20")];
    const next = [started("15:00"), joined("15:01", "b"), ended("15:10")];
    for (const events of permute([...two, ...next])) {
      const expected = { startedAt: "15:00", endedAt: "15:10", count: 1 };
      expect(toShown(apply(...events))).toMatchObject(expected);
    }
  });

  it("of two calls show that the second goes on, in any order", () => {
    for (const events of permute([started("14:02"), ended("14:20"), started("15:00")])) {
      expect(toShown(apply(...events))).toMatchObject({ startedAt: "15:00", endedAt: undefined });
    }
  });
});

it.each<[string, PastEvent[], Partial<ReturnType<typeof toShown>>]>([
  ["a start", [started("14:02")], { startedAt: "14:02", endedAt: undefined }],
  ["the start of another source", [started("14:02"), started("14:02")], { startedAt: "14:02" }],
  [
    "an end that is older than the start",
    [started("14:02"), ended("14:01")],
    { endedAt: undefined },
  ],
  [
    "a start without the end before it",
    [started("14:02"), started("14:40")],
    { startedAt: "14:40" },
  ],
  [
    "an end without a start",
    [ended("14:47")],
    { startedAt: "14:47", endedAt: "14:47", isStartGuessed: true },
  ],
  [
    "the end of another source",
    [started("14:02"), ended("14:47"), ended("14:49")],
    { endedAt: "14:47" },
  ],
  [
    "an end without its start, after another call",
    [started("14:02"), ended("14:20"), ended("15:10")],
    { startedAt: "15:10", endedAt: "15:10", isStartGuessed: true },
  ],
  ["someone who joins", [joined("14:05", "a")], { startedAt: "14:05", isStartGuessed: true }],
  ["someone who leaves first", [left("14:05", "a")], { startedAt: undefined }],
  [
    "someone who leaves as the call ends",
    [started("14:02"), joined("14:02", "a"), ended("14:47"), left("14:48", "a")],
    { startedAt: "14:02", endedAt: "14:47", count: 1 },
  ],
  [
    "a start a day after a call whose end is missing",
    [started("01:00"), joined("01:01", "a"), started("20:00")],
    { startedAt: "20:00", count: 0 },
  ],
  [
    "an end a day after a call whose end is missing",
    [started("01:00"), ended("20:00")],
    { startedAt: "20:00", endedAt: "20:00", isStartGuessed: true },
  ],
])("takes %s for what it is", (_, events, expected) => {
  expect(toShown(apply(...events))).toMatchObject(expected);
});

it("takes the count and the start from a report of the end, once", () => {
  const report: PastEvent = { ...ended("14:46"), startedAt: on("14:01"), peopleCount: 6 };
  const session = apply(started("14:02"), ended("14:47"), report);
  expect(session).toMatchObject({ startedAt: on("14:01"), endedAt: on("14:46"), peopleCount: 6 });
  expect(apply(started("14:02"), ended("14:47"), report, report)).toEqual(session);
});

describe("someone who comes back again and again", () => {
  const presences = (...ids: string[]) => ids.map((presence) => ({ id: "ada", presence }));
  const back = (time: string, presence: string): PastEvent => ({
    kind: "people",
    at: on(time),
    joined: presences(presence),
  });
  const gone = (time: string, presence: string): PastEvent => ({
    kind: "people",
    at: on(time),
    left: presences(presence),
  });
  const calls = [1, 2, 3, 4, 5, 6].flatMap((nth) => [
    back(`14:1${nth}`, `phone-${nth}`),
    gone(`14:2${nth}`, `phone-${nth}`),
  ]);

  it("takes the space of four presences, the last ones", () => {
    const { people = [] } = apply(started("14:02"), ...calls) ?? {};
    expect(people.map(({ id }) => id)).toEqual(["phone-3", "phone-4", "phone-5", "phone-6"]);
  });

  it("stays in with the laptop that never left", () => {
    const events = [started("14:02"), back("14:02", "laptop"), ...calls];
    expect(toShown(apply(...events))).toMatchObject({ inside: ["laptop"], count: 4 });
  });

  it("isn't in again when news about a presence that was dropped comes twice", () => {
    const session = apply(started("14:02"), ...calls, calls[0]!);
    expect(toShown(session)).toMatchObject({ inside: [], count: 4 });
  });
});

it("counts 300 people at most", () => {
  const ids = Array.from({ length: 301 }, (_, index) => `person-${index}`);
  expect(toShown(apply(started("14:02"), joined("14:03", ...ids)))).toMatchObject({ count: 300 });
});

it("returns the same session if nothing changed", () => {
  const session = apply(started("14:02"), joined("14:03", "a"));
  for (const event of [
    started("14:02"),
    joined("14:03", "a"),
    left("14:03", "b"),
    ended("14:00"),
  ]) {
    const before = session;
    const isSame = applyEvent(before, event, LINK, () => false) === before;
    expect(isSame).toBe(event.kind !== "people" || event.joined !== undefined);
  }
});
