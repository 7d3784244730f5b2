import { parse, read } from "./typed";

function startOf(text: string, timeZone: string, now: string): string | undefined {
  const { time } = read(text, { timeZone, now: new Date(now) });
  return time && time.kind !== "length" ? time.startsAt : undefined;
}

test.each([
  ["24 Nov 15:00 Europe/Paris", "2026-11-24T14:00:00.000Z"],
  ["24 Nov 15:00 Asia/Shanghai", "2026-11-24T07:00:00.000Z"],
  ["24 Nov 15:00 Foo/Bar", "2026-11-24T14:00:00.000Z"],
])("accepts an IANA name in %s", (text, startsAt) => {
  expect(startOf(text, "Europe/Paris", "2026-11-18T12:00:00Z")).toBe(startsAt);
});

describe("a time is in the sender's zone", () => {
  test.each([
    ["Europe/Paris", "2026-11-19T14:00:00.000Z"],
    ["America/New_York", "2026-11-19T20:00:00.000Z"],
    ["Asia/Tokyo", "2026-11-19T06:00:00.000Z"],
    ["Asia/Kolkata", "2026-11-19T09:30:00.000Z"],
    ["Australia/Lord_Howe", "2026-11-19T04:00:00.000Z"],
    ["America/St_Johns", "2026-11-19T18:30:00.000Z"],
    ["UTC", "2026-11-19T15:00:00.000Z"],
    ["Nowhere/At_All", "2026-11-19T15:00:00.000Z"],
    ["", "2026-11-19T15:00:00.000Z"],
  ])("in %j", (timeZone, startsAt) => {
    expect(startOf("2026-11-19 15:00", timeZone, "2026-11-18T12:00:00Z")).toBe(startsAt);
  });

  test.each([
    ["Asia/Tokyo", "2026-11-18T16:00:00Z", "2026-11-20T00:00:00.000Z"],
    ["America/New_York", "2026-11-18T02:00:00Z", "2026-11-18T14:00:00.000Z"],
    ["Europe/Paris", "2026-11-18T23:30:00Z", "2026-11-20T08:00:00.000Z"],
    ["UTC", "2026-11-18T23:30:00Z", "2026-11-19T09:00:00.000Z"],
    ["Asia/Kolkata", "2026-11-18T18:30:00Z", "2026-11-20T03:30:00.000Z"],
    ["America/St_Johns", "2026-11-18T03:29:00Z", "2026-11-18T12:30:00.000Z"],
  ])("including tomorrow, in %j at %s", (timeZone, now, startsAt) => {
    expect(startOf("tomorrow 9am", timeZone, now)).toBe(startsAt);
  });

  test("a UTC time is today as long as it's in the future in UTC", () => {
    expect(startOf("10:00 UTC", "Europe/Paris", "2026-11-18T09:30:00Z")).toBe(
      "2026-11-18T10:00:00.000Z",
    );
  });

  test.each([
    ["2027-03-27T12:00:00Z", "2027-03-28T13:00:00.000Z"],
    ["2026-10-24T12:00:00Z", "2026-10-25T14:00:00.000Z"],
  ])("across a clock change in Paris, at %s", (now, startsAt) => {
    expect(startOf("tomorrow 15:00", "Europe/Paris", now)).toBe(startsAt);
  });

  test("counts waits and lengths in elapsed minutes", () => {
    expect(startOf("in 2 hours", "Europe/Paris", "2027-03-28T00:30:00Z")).toBe(
      "2027-03-28T02:30:00.000Z",
    );
    const context = { timeZone: "Europe/Paris", now: new Date("2026-10-24T12:00:00Z") };
    expect(read("tomorrow 01:30 for 2h", context).time).toEqual({
      kind: "span",
      startsAt: "2026-10-24T23:30:00.000Z",
      endsAt: "2026-10-25T01:30:00.000Z",
    });
    expect(read("tomorrow 01:30-03:30", context).time).toEqual({
      kind: "span",
      startsAt: "2026-10-24T23:30:00.000Z",
      endsAt: "2026-10-25T02:30:00.000Z",
    });
  });
});

describe("on a day when the clocks change", () => {
  test.each([
    ["Europe/Paris", "2027-03-28 02:30", "2027-03-28T03:30"],
    ["America/New_York", "2027-03-14 02:30", "2027-03-14T03:30"],
    ["America/St_Johns", "2027-03-14 02:15", "2027-03-14T03:15"],
    ["Australia/Lord_Howe", "2027-10-03 02:15", "2027-10-03T02:45"],
  ])("%s has no %s, and suggests %s", (timeZone, typed, suggestion) => {
    const parsed = parse(typed, { timeZone, now: new Date("2026-10-01T12:00:00Z") });
    expect(parsed).toEqual({
      ok: false,
      problem: { reason: "nonexistent-time", at: typed.replace(" ", "T"), suggestion },
    });
    expect(parse(suggestion, { timeZone, now: new Date("2026-10-01T12:00:00Z") }).ok).toBe(true);
  });

  test.each([
    ["Europe/Paris", "2026-10-25 02:30", "2026-10-25T03:00"],
    ["Europe/Paris", "2026-10-25 02:00", "2026-10-25T03:00"],
    ["America/New_York", "2026-11-01 01:59", "2026-11-01T02:00"],
    ["America/St_Johns", "2026-11-01 01:15", "2026-11-01T02:00"],
    ["Australia/Lord_Howe", "2027-04-04 01:45", "2027-04-04T02:00"],
  ])("%s has %s twice, and suggests %s", (timeZone, typed, suggestion) => {
    const parsed = parse(typed, { timeZone, now: new Date("2026-10-01T12:00:00Z") });
    expect(parsed).toEqual({
      ok: false,
      problem: { reason: "doubled-time", at: typed.replace(" ", "T"), suggestion },
    });
    expect(parse(suggestion, { timeZone, now: new Date("2026-10-01T12:00:00Z") }).ok).toBe(true);
  });

  test.each([
    ["Europe/Paris", "2027-03-28 01:59"],
    ["Europe/Paris", "2027-03-28 03:00"],
    ["Europe/Paris", "2026-10-25 01:59"],
    ["Europe/Paris", "2026-10-25 03:00"],
    ["Asia/Tokyo", "2027-03-28 02:30"],
    ["Asia/Kolkata", "2026-10-25 02:30"],
    ["UTC", "2026-10-25 02:30"],
    ["Europe/Paris", "2026-10-25T02:30+01:00"],
  ])("in %s, %s is an ordinary time", (timeZone, typed) => {
    expect(parse(typed, { timeZone, now: new Date("2026-10-01T12:00:00Z") }).ok).toBe(true);
  });

  test.each([
    ["tomorrow 2:30", "Europe/Paris", "2027-03-28T02:30", "2027-03-28T14:30"],
    ["28 March 2027 2:30", "Europe/Paris", "2027-03-28T02:30", "2027-03-28T14:30"],
    ["le 28 mars 2027 à 2h30", "Europe/Paris", "2027-03-28T02:30", "2027-03-28T14:30"],
    ["28.03.2027 в 2:30", "Europe/Paris", "2027-03-28T02:30", "2027-03-28T14:30"],
    ["2027年3月28日 2:30", "Europe/Paris", "2027-03-28T02:30", "2027-03-28T14:30"],
    ["2027年3月28日2点半", "Europe/Paris", "2027-03-28T02:30", "2027-03-28T14:30"],
    ["tomorrow from 2:30 to 4", "Europe/Paris", "2027-03-28T02:30", "2027-03-28T14:30"],
    ["tomorrow from 1 to 2:30", "Europe/Paris", "2027-03-28T02:30", "2027-03-28T14:30"],
    ["Saturday 3pm to Sunday 2:30", "Europe/Paris", "2027-03-28T02:30", "2027-03-28T14:30"],
    ["7 November 2027 at 1:30", "America/New_York", "2027-11-07T01:30", "2027-11-07T13:30"],
  ])(
    "%s in %s may be at night or in the afternoon, and the problem names both",
    (text, timeZone, at, suggestion) => {
      const context = { timeZone, now: new Date("2027-03-27T12:00:00Z"), locale: "en-GB" };
      const reason = at.includes("03-28") ? "nonexistent-time" : "doubled-time";
      expect(parse(text, context)).toEqual({ ok: false, problem: { reason, at, suggestion } });
      expect(parse(suggestion, context).ok).toBe(true);
    },
  );

  test.each([
    ["tomorrow 2:30pm", "2027-03-27T12:00:00Z"],
    ["tomorrow 2:30-4pm", "2027-03-27T12:00:00Z"],
    ["tomorrow afternoon 2:30", "2027-03-27T12:00:00Z"],
    ["tomorrow 4:30", "2027-03-27T12:00:00Z"],
    ["today 2:30", "2027-03-28T08:00:00Z"],
  ])("%s, at %s, is in the afternoon", (text, now) => {
    expect(startOf(text, "Europe/Paris", now)).toMatch(/T1[24]:30/);
  });

  test("checks an end like a start", () => {
    const context = { timeZone: "Europe/Paris", now: new Date("2026-10-24T12:00:00Z") };
    expect(parse("tomorrow 01:00-02:30", context)).toMatchObject({
      ok: false,
      problem: { reason: "doubled-time", at: "2026-10-25T02:30" },
    });
  });
});
