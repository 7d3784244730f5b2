import fc from "fast-check";
import { EMPTY_FORM, type MeetForm } from "../../src/request/meet-form";
import { parseForm } from "../../src/request/parse-form";
import { ada, bo } from "../support/activities";

const now = new Date("2026-11-20T09:00:30.000Z");
const scheduled = {
  ...EMPTY_FORM,
  topic: "Sprint review",
  day: "2026-11-24",
  time: "15:00",
  minutes: "45",
};

function parse(
  entered: Partial<MeetForm>,
  { shown = EMPTY_FORM, timeZone = "Europe/Paris", at = now } = {},
) {
  return parseForm({ ...shown, ...entered }, shown, { now: at, timeZone });
}

const nothing = { topic: "", wasTopicCut: false, people: [], room: "", isHere: false };
const span = (startsAt: string, endsAt: string) => ({ kind: "span", startsAt, endsAt });
const start = (startsAt: string) => ({ kind: "start", startsAt });

describe("an untouched form asks for nothing,", () => {
  test.each([
    ["empty", EMPTY_FORM, now],
    ["of a meeting to come", scheduled, now],
    ["of a meeting that is over", scheduled, new Date("2027-01-01T00:00:00Z")],
    ["of a length beyond all", { ...scheduled, minutes: "99999" }, now],
    ["in a skipped hour", { ...scheduled, day: "2027-03-28", time: "02:30" }, now],
  ])("%s", (_, shown, at) => {
    expect(parse({}, { shown, at })).toEqual({ ok: true, request: nothing });
  });
});

describe("a touched field", () => {
  test.each<[string, Partial<MeetForm>, object]>([
    ["topic", { topic: "  Retro  " }, { topic: "Retro" }],
    ["topic of two lines", { topic: "Retro\nand more" }, { topic: "Retro and more" }],
    [
      "day",
      { day: "2026-11-25" },
      { time: span("2026-11-25T14:00:00.000Z", "2026-11-25T14:45:00.000Z") },
    ],
    [
      "time",
      { time: "16:00" },
      { time: span("2026-11-24T15:00:00.000Z", "2026-11-24T15:45:00.000Z") },
    ],
    ["length", { minutes: "60" }, { time: { kind: "length", minutes: 60 } }],
    [
      "length, for another room: from the start that stands beside it",
      { minutes: "90", room: "design" },
      { room: "design", time: span("2026-11-24T14:00:00.000Z", "2026-11-24T15:30:00.000Z") },
    ],
    ["length that was emptied", { minutes: "" }, {}],
    [
      "time and an emptied length",
      { time: "16:00", minutes: "" },
      { time: start("2026-11-24T15:00:00.000Z") },
    ],
    ["emptied topic", { topic: "" }, {}],
    ["emptied day and time", { day: "", time: "" }, {}],
    ["room", { room: "design" }, { room: "design" }],
    [
      "address",
      { addresses: "Ana@Contoso.com" },
      { people: [{ kind: "address", upn: "ana@contoso.com" }] },
    ],
  ])("asks for that alone: %s", (_, entered, request) => {
    expect(parse(entered, { shown: scheduled })).toEqual({
      ok: true,
      request: { ...nothing, ...request },
    });
  });

  test("a topic beyond what Teams takes is cut, and that is known", () => {
    const parsed = parse({ topic: "x".repeat(300) });
    expect(parsed).toMatchObject({ ok: true, request: { wasTopicCut: true } });
  });
});

describe("a room's name", () => {
  test.each([
    ["design", "design"],
    ["#design", "design"],
    ["＃design", "design"],
    [" #Design ", "design"],
    ["DESIGN", "design"],
    ["Дизайн", "дизайн"],
    ["", ""],
    ["#", ""],
  ])("%j is #%s", (room, name) => {
    expect(parse({ room })).toMatchObject({ ok: true, request: { room: name } });
  });

  test.each([
    ["my room", "room-unreadable"],
    ["a/b", "room-unreadable"],
    ["🎉", "room-unreadable"],
    ["r".repeat(51), "room-too-long"],
  ])("%j is none", (room, reason) => {
    expect(parse({ room })).toMatchObject({
      ok: false,
      problems: [{ field: "room", problem: { reason } }],
    });
  });
});

describe("a time", () => {
  test.each<[string, Partial<MeetForm>, string, string]>([
    ["of a day alone", { day: "2026-11-24" }, "time", "no-clock-time"],
    ["of yesterday", { day: "2026-11-19", time: "15:00" }, "day", "past"],
    ["of a minute ago", { time: "09:59" }, "time", "past"],
    ["that is skipped", { day: "2027-03-28", time: "02:30" }, "time", "nonexistent-time"],
    ["that comes twice", { day: "2027-10-31", time: "02:30" }, "time", "doubled-time"],
    ["of no day", { day: "x", time: "15:00" }, "day", "no-such-day"],
    ["of no clock", { day: "2026-11-24", time: "x" }, "time", "no-clock-time"],
  ])("%s is refused at its field", (_, entered, field, reason) => {
    expect(parse(entered)).toMatchObject({ ok: false, problems: [{ field, problem: { reason } }] });
  });

  test("that came twice was over before the clocks went back", () => {
    const at = new Date("2026-10-24T12:00:00Z");
    expect(parse({ day: "2026-10-25", time: "02:30" }, { at })).toMatchObject({
      ok: false,
      problems: [{ field: "time", problem: { reason: "doubled-time" } }],
    });
  });

  test.each(["0", "-1", "1.5", "1e3", "x", "9999999999"])(
    "a length of %s is refused",
    (minutes) => {
      expect(parse({ minutes })).toMatchObject({ ok: false, problems: [{ field: "minutes" }] });
    },
  );

  test.each<[string, boolean]>([
    ["1", true],
    ["1800", true],
    ["1801", false],
  ])("a length of %s minutes: %s", (minutes, ok) => {
    expect(parse({ minutes }).ok).toBe(ok);
  });

  test("every fault is told at once", () => {
    const parsed = parse({ day: "x", minutes: "x", addresses: "x", room: "x y" });
    expect(parsed.ok ? [] : parsed.problems.map(({ field }) => field)).toEqual([
      "day",
      "minutes",
      "addresses",
      "room",
    ]);
  });
});

const mention = (aadId: string) => ({ kind: "mention", mentionId: aadId, name: "" });

describe("people", () => {
  test.each<[string, Partial<MeetForm>, object[]]>([
    ["picked", { people: `${ada.aadId},${bo.aadId}` }, [mention(ada.aadId), mention(bo.aadId)]],
    ["picked twice", { people: `${ada.aadId},${ada.aadId.toUpperCase()}` }, [mention(ada.aadId)]],
    ["picked by Teams' id", { people: `8:orgid:${ada.aadId}` }, [mention(ada.aadId)]],
    ["picked by the id of the person in Teams", { people: "29:x" }, [mention("29:x")]],
    ["of no id", { people: "me, 28:bot" }, []],
    [
      "typed twice",
      { addresses: "a@b.example A@B.example" },
      [{ kind: "address", upn: "a@b.example" }],
    ],
  ])("%s", (_, entered, people) => {
    expect(parse(entered)).toMatchObject({ ok: true, request: { people } });
  });
});

test("whatever is entered is understood or refused, and never throws", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("2026-11-24", "15:00", "45"),
  );
  const form = fc.record({
    topic: text,
    day: text,
    time: text,
    minutes: text,
    people: text,
    addresses: text,
    room: text,
  });
  fc.assert(
    fc.property(form, form, fc.string(), (entered, shown, timeZone) => {
      const parsed = parseForm(entered, shown, { now, timeZone });
      expect(parsed.ok || parsed.problems.length > 0).toBe(true);
    }),
  );
});
