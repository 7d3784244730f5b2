import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import { EMPTY_FORM, findEntered, readDay, readTimeOfDay } from "../../src/request/meet-form";
import { toMeetForm } from "../../bot/message-extension/dialog-meeting";
import { live } from "../contracts/records";

function record(meeting: Partial<LiveRecord["meeting"]>, isTimeGiven: boolean): LiveRecord {
  const base = live();
  return { ...base, isTimeGiven, meeting: { ...base.meeting, ...meeting } };
}

describe("the form of a meeting", () => {
  const times = { startsAt: "2026-11-24T14:00:00.000Z", endsAt: "2026-11-24T14:45:00.000Z" };
  const subject = "Sprint review";

  test.each<[string, LiveRecord, string, object]>([
    [
      "has only the name of a standing meeting",
      record({ subject, ...times }, false),
      "Europe/Paris",
      { topic: subject },
    ],
    [
      "has a scheduled meeting's time in the person's zone",
      record({ subject, ...times }, true),
      "Europe/Paris",
      { topic: subject, day: "2026-11-24", time: "15:00", minutes: "45" },
    ],
    [
      "has the date in that zone",
      record({ subject, ...times }, true),
      "Pacific/Auckland",
      { topic: subject, day: "2026-11-25", time: "03:00", minutes: "45" },
    ],
    [
      "falls back to UTC for an unknown zone",
      record({ subject, ...times }, true),
      "Mars/Olympus",
      { topic: subject, day: "2026-11-24", time: "14:00", minutes: "45" },
    ],
    [
      "has whole minutes",
      record({ subject, startsAt: "2026-11-24T14:00:42.5Z", endsAt: "2026-11-24T14:30:30Z" }, true),
      "UTC",
      { topic: subject, day: "2026-11-24", time: "14:00", minutes: "30" },
    ],
    [
      "counts a length across a clock change",
      record({ subject, startsAt: "2026-10-25T00:30:00Z", endsAt: "2026-10-25T02:30:00Z" }, true),
      "Europe/Paris",
      { topic: subject, day: "2026-10-25", time: "02:30", minutes: "120" },
    ],
    ["is empty for a meeting without a name", record({ subject: undefined }, false), "UTC", {}],
  ])("%s", (_, meeting, zone, form) => {
    expect(toMeetForm(meeting, zone)).toEqual({ ...EMPTY_FORM, repeat: "once", ...form });
  });
});

describe("findEntered returns", () => {
  const shown = { ...EMPTY_FORM, topic: "Sprint review", minutes: "45" };
  test.each<[string, object, object]>([
    ["nothing if no field changed", {}, {}],
    ["nothing if only spaces were added", { topic: " Sprint review ", room: " " }, {}],
    [
      "the fields that changed",
      { topic: "Retro", day: "2026-11-24" },
      { topic: "Retro", day: "2026-11-24" },
    ],
    ["a field that was emptied", { minutes: "" }, { minutes: "" }],
    ["a field whose case changed", { topic: "sprint review" }, { topic: "sprint review" }],
  ])("%s", (_, entered, found) => {
    expect(findEntered({ ...shown, ...entered }, shown)).toEqual(found);
  });
});

test.each([
  ["2026-11-24", "2026-11-24"],
  ["2028-02-29", "2028-02-29"],
  ["2027-02-29", undefined],
  ["2026-13-01", undefined],
  ["2026-00-10", undefined],
  ["2026-1-1", undefined],
  ["20261124", undefined],
  ["+002026-11-24", undefined],
  ["2026-11-24T10:00", undefined],
  ["２０２６-11-24", undefined],
  ["tomorrow", undefined],
  ["", undefined],
])("reads the day %j as %s", (day, read) => {
  expect(readDay(day)?.toString()).toBe(read);
});

test.each([
  ["15:00", "15:00:00"],
  ["00:00", "00:00:00"],
  ["23:59", "23:59:00"],
  ["24:00", undefined],
  ["12:60", undefined],
  ["9:00", undefined],
  ["15:00:30", undefined],
  ["3pm", undefined],
  ["T15:00", undefined],
  ["", undefined],
])("reads the time %j as %s", (time, read) => {
  expect(readTimeOfDay(time)?.toString()).toBe(read);
});
