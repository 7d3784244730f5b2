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
  return parseForm({ ...shown, ...entered }, shown, { now: at, timeZone, locale: "en-US" });
}

const nothing = { topic: "", wasTopicCut: false, people: [], room: "", isHere: false };
const span = (startsAt: string, endsAt: string) => ({ kind: "span", startsAt, endsAt });
const start = (startsAt: string) => ({ kind: "start", startsAt });

describe("an unchanged form requests nothing:", () => {
  test.each([
    ["empty", EMPTY_FORM, now],
    ["an upcoming meeting", scheduled, now],
    ["a past meeting", scheduled, new Date("2027-01-01T00:00:00Z")],
    ["a meeting that is too long", { ...scheduled, minutes: "99999" }, now],
    ["a time that doesn't exist", { ...scheduled, day: "2027-03-28", time: "02:30" }, now],
  ])("%s", (_, shown, at) => {
    expect(parse({}, { shown, at })).toEqual({ ok: true, request: nothing });
  });
});

describe("a changed field", () => {
  test.each<[string, Partial<MeetForm>, object]>([
    ["subject", { topic: "  Retro  " }, { topic: "Retro" }],
    ["subject with two lines", { topic: "Retro\nand more" }, { topic: "Retro and more" }],
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
      "length for another room, with the start in the form",
      { minutes: "90", room: "design" },
      { room: "design", time: span("2026-11-24T14:00:00.000Z", "2026-11-24T15:30:00.000Z") },
    ],
    ["length, emptied", { minutes: "" }, {}],
    [
      "time, with the length emptied",
      { time: "16:00", minutes: "" },
      { time: start("2026-11-24T15:00:00.000Z") },
    ],
    ["subject, emptied", { topic: "" }, {}],
    ["day and time, emptied", { day: "", time: "" }, {}],
    ["room", { room: "design" }, { room: "design" }],
    [
      "address",
      { addresses: "Ana@Contoso.com" },
      { people: [{ kind: "address", upn: "ana@contoso.com" }] },
    ],
  ])("is all that is requested: %s", (_, entered, request) => {
    expect(parse(entered, { shown: scheduled })).toEqual({
      ok: true,
      request: { ...nothing, ...request },
    });
  });

  test("a subject that is too long is cut, and marked as cut", () => {
    const parsed = parse({ topic: "x".repeat(300) });
    expect(parsed).toMatchObject({ ok: true, request: { wasTopicCut: true } });
  });
});

describe("the room field", () => {
  test.each([
    ["design", "design"],
    ["#design", "design"],
    ["＃design", "design"],
    [" #Design ", "design"],
    ["DESIGN", "design"],
    ["Дизайн", "дизайн"],
    ["", ""],
    ["#", ""],
  ])("reads %j as #%s", (room, name) => {
    expect(parse({ room })).toMatchObject({ ok: true, request: { room: name } });
  });

  test.each([
    ["my room", "room-unreadable"],
    ["a/b", "room-unreadable"],
    ["🎉", "room-unreadable"],
    ["r".repeat(51), "room-too-long"],
  ])("rejects %j", (room, reason) => {
    expect(parse({ room })).toMatchObject({
      ok: false,
      problems: [{ field: "room", problem: { reason } }],
    });
  });
});

describe("the time fields", () => {
  test.each<[string, Partial<MeetForm>, string, string]>([
    ["a day without a time", { day: "2026-11-24" }, "time", "no-clock-time"],
    ["yesterday", { day: "2026-11-19", time: "15:00" }, "day", "past"],
    ["a minute ago", { time: "09:59" }, "time", "past"],
    ["a time that doesn't exist", { day: "2027-03-28", time: "02:30" }, "time", "nonexistent-time"],
    ["a time that exists twice", { day: "2027-10-31", time: "02:30" }, "time", "doubled-time"],
    ["not a day", { day: "x", time: "15:00" }, "day", "no-such-day"],
    ["not a time", { day: "2026-11-24", time: "x" }, "time", "no-clock-time"],
  ])("report %s at its field", (_, entered, field, reason) => {
    expect(parse(entered)).toMatchObject({ ok: false, problems: [{ field, problem: { reason } }] });
  });

  test("report a time that exists twice, even if the first one has passed", () => {
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
  ])("accept a length of %s minutes: %s", (minutes, ok) => {
    expect(parse({ minutes }).ok).toBe(ok);
  });

  test("report all problems at once", () => {
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
    ["picked with a Teams prefix", { people: `8:orgid:${ada.aadId}` }, [mention(ada.aadId)]],
    ["picked by a Teams user id", { people: "29:x" }, [mention("29:x")]],
    ["not ids", { people: "me, 28:bot" }, []],
    [
      "typed twice",
      { addresses: "a@b.example A@B.example" },
      [{ kind: "address", upn: "a@b.example" }],
    ],
  ])("%s", (_, entered, people) => {
    expect(parse(entered)).toMatchObject({ ok: true, request: { people } });
  });
});

test("never throws, no matter what is entered", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("2026-11-24", "15:00", "45"),
  );
  const form = fc.record({
    topic: text,
    day: text,
    time: text,
    minutes: text,
    repeat: text,
    people: text,
    addresses: text,
    room: text,
  });
  fc.assert(
    fc.property(form, form, fc.string(), (entered, shown, timeZone) => {
      const parsed = parseForm(entered, shown, { now, timeZone, locale: "en-US" });
      expect(parsed.ok || parsed.problems.length > 0).toBe(true);
    }),
  );
});

describe("a rule in the form", () => {
  // It's Friday, 20 November, 10:00 in Paris.
  const first = { day: "2026-11-24", time: "15:00", minutes: "30" };

  test.each<[string, Partial<MeetForm>, string, object]>([
    ["every day", first, "2026-11-24T14:00", { frequency: "daily", interval: 1 }],
    [
      "every weekday",
      { ...first, day: "2026-11-28" },
      "2026-11-30T14:00",
      { weekdays: [1, 2, 3, 4, 5] },
    ],
    ["every week", first, "2026-11-24T14:00", { frequency: "weekly", weekdays: [2] }],
    ["every 2 weeks", first, "2026-11-24T14:00", { interval: 2, weekdays: [2] }],
    ["every month", first, "2026-11-24T14:00", { frequency: "monthly", monthDay: 24 }],
    ["every day", { time: "09:00", minutes: "30" }, "2026-11-21T08:00", { frequency: "daily" }],
    ["every day", { time: "11:00", minutes: "30" }, "2026-11-20T10:00", { frequency: "daily" }],
    [
      "Mondays and Thursdays until June 30",
      first,
      "2026-11-26T14:00",
      { weekdays: [1, 4], until: "2027-06-30" },
    ],
    ["Weekly", first, "2026-11-24T14:00", { frequency: "weekly", weekdays: [2] }],
  ])("%s: begins with the first day that it has", (repeat, entered, startsAt, rule) => {
    expect(parse({ ...entered, repeat })).toMatchObject({
      ok: true,
      request: {
        time: { startsAt: `${startsAt}:00.000Z` },
        recurrence: { ...rule, timeZone: "Europe/Paris" },
      },
    });
  });

  test.each([
    ["every Tuesday for 45 min"],
    ["every Tuesday until 15:45"],
    ["chaque mardi pendant 45 min"],
    ["毎週火曜 45分"],
    ["по вторникам на 45 минут"],
    ["每周二45分钟"],
  ])("%s: has the length that it names", (repeat) => {
    expect(parse({ ...first, repeat })).toMatchObject({
      ok: true,
      request: {
        time: span("2026-11-24T14:00:00.000Z", "2026-11-24T14:45:00.000Z"),
        recurrence: { frequency: "weekly", weekdays: [2], timeZone: "Europe/Paris" },
      },
    });
  });

  test.each<[string, Partial<MeetForm>, object]>([
    ["every Monday #design", first, { field: "repeat", problem: { reason: "no-rule" } }],
    ["every Monday here", first, { field: "repeat", problem: { reason: "no-rule" } }],
    ["blah", first, { field: "repeat", problem: { reason: "no-rule" } }],
    ["other", first, { field: "repeat", problem: { reason: "no-rule" } }],
    ["every Monday with the team", first, { field: "repeat", problem: { reason: "no-rule" } }],
    ["every Monday until yesterday", first, { field: "repeat", problem: { reason: "no-rule" } }],
    ["every Monday at 9", first, { field: "time", problem: { reason: "two-times" } }],
    ["every day", { day: "2026-11-24" }, { field: "time", problem: { reason: "no-clock-time" } }],
    ["every day", { ...first, day: "2026-11-19" }, { field: "day", problem: { reason: "past" } }],
    [
      "every day",
      { ...first, day: "2026-02-30" },
      { field: "day", problem: { reason: "no-such-day" } },
    ],
    [
      "every day",
      { day: "2027-03-28", time: "02:30" },
      { field: "time", problem: { reason: "nonexistent-time" } },
    ],
    [
      "every day",
      { ...first, minutes: "0" },
      { field: "minutes", problem: { reason: "no-length" } },
    ],
  ])("%s with %j isn't clear", (repeat, entered, problem) => {
    expect(parse({ ...entered, repeat })).toMatchObject({ ok: false, problems: [problem] });
  });

  test.each(["", "once", "own"])("%j asks for nothing", (repeat) => {
    expect(parse({ ...first, repeat })).toMatchObject({
      ok: true,
      request: { time: { kind: "span" } },
    });
    expect(parse({ ...first, repeat })).not.toHaveProperty("request.recurrence");
    const shown = { ...EMPTY_FORM, ...first, repeat: "own" };
    expect(parse({ repeat }, { shown })).toMatchObject({ ok: true, request: { time: undefined } });
  });
});
