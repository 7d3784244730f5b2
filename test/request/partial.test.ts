import { parseRequest, type RequestContext } from "../../src/request/parse-request";
import { parsePickedTime } from "../../src/request/picked-time";
import { draftTime, listReadings } from "../../src/request/readings";
import { namesOf, typed, WEDNESDAY } from "./typed";

function refuse(text: string, context: RequestContext = WEDNESDAY) {
  const parsed = parseRequest(typed(text), context);
  if (parsed.ok) throw new Error(`${text} is accepted`);
  return parsed;
}

// Parsed on Wednesday, 18 November 2026 at 10:00 in Paris.
describe("what's left of a request that can't be carried out", () => {
  test.each<[string, string, object | undefined]>([
    ["Review tomorrow for 45 min", "Review", { kind: "length", minutes: 45 }],
    ["Review tomorrow", "Review", undefined],
    ["Review yesterday 3-4pm", "Review", { kind: "length", minutes: 60 }],
    ["Review tomorrow 10:00-9:00", "Review", undefined],
    ["Review until 4pm", "Review", undefined],
    [
      "Review tomorrow 3pm for 2 days",
      "Review",
      { kind: "start", startsAt: "2026-11-19T14:00:00.000Z" },
    ],
    ["Review for 0 minutes", "Review", undefined],
    ["Review tomorrow 3pm or 4pm", "Review", undefined],
    ["Review 3pm EST", "Review", undefined],
    ["Review next week 3pm", "Review", undefined],
    ["Report of 20 March at 3pm", "Report of 20 March", undefined],
    [
      "Review #design #plan tomorrow 3pm",
      "Review",
      { kind: "start", startsAt: "2026-11-19T14:00:00.000Z" },
    ],
  ])("%j: %s", (text, topic, time) => {
    const { partial } = refuse(text);
    expect([partial.topic, partial.time]).toEqual([topic, time]);
  });

  test("keeps room and people", () => {
    const { partial } = refuse("Review #design tomorrow with @Ana as presenter and bo@contoso.com");
    expect(partial).toMatchObject({ topic: "Review", room: "design", isHere: false });
    expect(namesOf(partial.people)).toEqual(["Ana presenter", "bo@contoso.com"]);
  });

  test("reports the time before the room, with the first room", () => {
    expect(refuse("Review tomorrow #a #b")).toMatchObject({
      problem: { reason: "no-clock-time" },
      partial: { room: "a" },
    });
  });
});

test.each<[string, object]>([
  ["Review tomorrow", { day: "2026-11-19" }],
  ["Review yesterday 3pm", { time: "15:00" }],
  ["Review today 9am", { day: "2026-11-18", time: "09:00" }],
  ["Review until 4pm", { day: "2026-11-18", until: "16:00" }],
  ["Review tomorrow 10:00-9:00", { day: "2026-11-19", time: "10:00" }],
  ["Review next week 3pm", { time: "15:00" }],
  ["Review 31 April 3pm", { time: "15:00" }],
  ["Review 3pm EST", { day: "2026-11-18", time: "15:00" }],
  ["Report of 20 March at 3pm", { day: "2027-03-20", time: "15:00" }],
  ["Review 28 March 2:30am", { day: "2027-03-28", time: "03:30" }],
  ["Review #a #b", {}],
])("drafts the time of %j", (text, draft) => {
  const nothing = { day: "", time: "", until: "" };
  expect(draftTime(typed(text), refuse(text), WEDNESDAY)).toEqual({ ...nothing, ...draft });
});

test.each<[string, string[]]>([
  ["Review tomorrow 3pm or 4pm", ["Review 14:00", "Review 15:00"]],
  ["Review 3pm Planning 4pm", ["Review Planning 14:00", "Review Planning 15:00"]],
  ["Review for 30 min for 45 min", ["Review 30", "Review 45"]],
  ["Revue demain 15h ou 16h", ["Revue 14:00", "Revue 15:00"]],
  ["Review 28 March 2:30am", ["Review 01:30"]],
  ["Review 28 March 2:30am UTC+9 or now", []],
  ["Review 3pm EST", []],
  ["Review next week 3pm", []],
  ["Синк через день в 10:30", ["Синк 09:30", "Синк 09:30", "Синк 09:30"]],
])("reads %j in each way", (text, readings) => {
  const context = { ...WEDNESDAY, locale: "fr-FR" };
  const found = parseRequest(typed(text), context).ok
    ? []
    : listReadings(typed(text), refuse(text, context), context);
  const lines = found.map(({ topic, time }) => {
    const when = time?.kind === "length" ? time.minutes : time?.startsAt.slice(11, 16);
    return `${topic} ${when}`;
  });
  expect(lines).toEqual(readings);
});

describe("a time picked on a card", () => {
  const pick = (picked: object, minutes?: number, timeZone = "Europe/Paris") =>
    parsePickedTime({ day: "", time: "", until: "", ...picked }, minutes, {
      ...WEDNESDAY,
      timeZone,
    });
  const startsAt = "2026-11-19T14:00:00.000Z";

  test("is in the zone of the person who picked it", () => {
    const picked = { day: "2026-11-19", time: "15:00" };
    expect(pick(picked)).toEqual({ ok: true, time: { kind: "start", startsAt } });
    expect(pick(picked, undefined, "Asia/Tokyo")).toMatchObject({
      time: { startsAt: "2026-11-19T06:00:00.000Z" },
    });
  });

  test("keeps a length or an end", () => {
    const picked = { day: "2026-11-19", time: "15:00" };
    const endsAt = "2026-11-19T14:45:00.000Z";
    const time = { kind: "span", startsAt, endsAt };
    expect(pick(picked, 45)).toEqual({ ok: true, time });
    expect(pick({ ...picked, until: "15:45" })).toEqual({ ok: true, time });
    expect(pick({ ...picked, until: "nonsense" })).toMatchObject({ time: { kind: "start" } });
  });

  test.each<[object, string]>([
    [{}, "no-clock-time"],
    [{ time: "09:00" }, "past"],
    [{ day: "2026-11-17", time: "15:00" }, "past"],
    [{ day: "2026-02-30", time: "15:00" }, "no-such-day"],
    [{ day: "2026-11-19", time: "24:00" }, "no-clock-time"],
    [{ day: "2027-03-28", time: "02:30" }, "nonexistent-time"],
    [{ day: "2026-11-19", time: "15:00", until: "14:00" }, "end-before-start"],
  ])("is refused: %j", (picked, reason) => {
    expect(pick(picked)).toMatchObject({ ok: false, problem: { reason } });
  });
});
