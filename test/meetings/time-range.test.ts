import { toTimeRange, toChangedTimeRange } from "../../src/meetings/time-range";
import type { RequestedTime } from "../../src/request/meeting-request";
import { live } from "../contracts/records";

const now = new Date("2026-11-20T09:00:42.500Z");
const start: RequestedTime = { kind: "start", startsAt: "2026-11-21T14:00:00.000Z" };
const span: RequestedTime = {
  kind: "span",
  startsAt: "2026-11-21T14:00:00.000Z",
  endsAt: "2026-11-21T14:45:00.000Z",
};
const length: RequestedTime = { kind: "length", minutes: 90 };

const meeting = live().meeting;
const standing = live({
  meeting: { ...meeting, startsAt: "2026-11-18T08:00:00.000Z", endsAt: "2026-11-18T09:00:00.000Z" },
});
const scheduled = live({
  isTimeGiven: true,
  meeting: { ...meeting, startsAt: "2026-11-24T10:00:00.000Z", endsAt: "2026-11-24T10:20:00.000Z" },
});
/** Graph returned no times. */
const timeless = live({ isTimeGiven: true, meeting });

test.each<[string, RequestedTime, object]>([
  ["a start leaves the end to Graph", start, { startsAt: start.startsAt }],
  ["both ends stay as typed", span, { startsAt: span.startsAt, endsAt: span.endsAt }],
  [
    "a length starts now",
    length,
    { startsAt: "2026-11-20T09:00:00.000Z", endsAt: "2026-11-20T10:30:00.000Z" },
  ],
])("for a new meeting %s", (_, time, asked) => {
  expect(toTimeRange(time, now)).toEqual(asked);
});

test.each([
  ["a start alone gives a standing meeting one hour", start, standing, "21T14:00", "21T15:00"],
  [
    "a start alone keeps the length of a scheduled meeting",
    start,
    scheduled,
    "21T14:00",
    "21T14:20",
  ],
  ["a start alone gives a meeting without times one hour", start, timeless, "21T14:00", "21T15:00"],
  ["a span sets both ends of a standing meeting", span, standing, "21T14:00", "21T14:45"],
  ["a span sets both ends of a scheduled meeting", span, scheduled, "21T14:00", "21T14:45"],
  ["a length alone starts a standing meeting now", length, standing, "20T09:00", "20T10:30"],
  [
    "a length alone keeps the start of a scheduled meeting",
    length,
    scheduled,
    "24T10:00",
    "24T11:30",
  ],
  ["a length alone starts a meeting without times now", length, timeless, "20T09:00", "20T10:30"],
])("%s", (_, time, record, startsAt, endsAt) => {
  expect(toChangedTimeRange(time, record, now)).toEqual({
    startsAt: `2026-11-${startsAt}:00.000Z`,
    endsAt: `2026-11-${endsAt}:00.000Z`,
  });
});
