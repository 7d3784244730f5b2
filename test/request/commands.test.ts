import type { MeetingRequest } from "../../src/request/meeting-request";
import { parseRename } from "../../src/request/parse-request";
import { toCommand } from "./to-command";
import { read, typed, WEDNESDAY } from "./typed";

const nothing: MeetingRequest = {
  topic: "",
  wasTopicCut: false,
  people: [],
  room: "",
  isHere: false,
};

function written(request: Partial<MeetingRequest>, timeZone = WEDNESDAY.timeZone): string {
  const text = toCommand({ ...nothing, ...request }, { ...WEDNESDAY, timeZone });
  return text.map((part) => (typeof part === "string" ? part : `@${part.name}`)).join("");
}

describe("toCommand writes a request", () => {
  const start = { kind: "start", startsAt: "2026-11-19T14:00:00.000Z" } as const;

  test.each<[string, string, Partial<MeetingRequest>]>([
    ["as an empty text", "", {}],
    ["with its subject", "Sprint review", { topic: "Sprint review" }],
    ["with its start", "Sprint review 2026-11-19 15:00", { topic: "Sprint review", time: start }],
    [
      "with its length after the start",
      "2026-11-19 15:00 for 75 min",
      { time: { ...start, kind: "span", endsAt: "2026-11-19T15:15:00.000Z" } },
    ],
    [
      "with only a length",
      "Review for 45 min",
      { topic: "Review", time: { kind: "length", minutes: 45 } },
    ],
    ["with its room first", "#design Review", { topic: "Review", room: "design" }],
    ["with here first", "here Review", { topic: "Review", isHere: true }],
    ["with quotes if the subject looks like a time", '"3pm club"', { topic: "3pm club" }],
    ["with quotes if the subject looks like a room", '"Fix #design"', { topic: "Fix #design" }],
    ["with doubled quotation marks inside quotes", '"""Dune"" at 3pm"', { topic: '"Dune" at 3pm' }],
  ])("%s", (_, text, request) => {
    expect(written(request)).toBe(text);
  });

  test("with people and their roles", () => {
    const { people } = read("with @Ana as presenter, bo@contoso.com as co-organizer and @Cleo");
    expect(written({ people })).toBe(
      "with @Ana as presenter, bo@contoso.com as co-organizer, @Cleo",
    );
  });

  test("with an offset if the local time exists twice", () => {
    const first = { kind: "start", startsAt: "2027-10-31T00:30:00.000Z" } as const;
    const second = { kind: "start", startsAt: "2027-10-31T01:30:00.000Z" } as const;
    expect(written({ time: first })).toBe("2027-10-31T02:30+02:00");
    expect(written({ time: second })).toBe("2027-10-31T02:30+01:00");
  });

  test("in the local time of the context", () => {
    expect(written({ time: start }, "Asia/Tokyo")).toBe("2026-11-19 23:00");
  });
});

describe("parseRename", () => {
  test.each([
    ["Sprint review", "Sprint review"],
    ["3pm club tomorrow 10:00 for 45 min", "3pm club tomorrow 10:00 for 45 min"],
    ['"Sprint review"', "Sprint review"],
    ["“3pm club”", "3pm club"],
    ['"One" and "Two"', '"One" and "Two"'],
    ['"say ""hi"""', 'say "hi"'],
    ["Review with @Ana", "Review with Ana"],
    ["Review here", "Review here"],
    ["Review #design", "Review #design"],
    ["", ""],
  ])("parses %j as %j", (text, topic) => {
    expect(parseRename(typed(text))).toEqual({
      ok: true,
      request: { ...nothing, topic },
    });
  });

  test.each([
    ["#design Sprint review", { room: "design", topic: "Sprint review" }],
    ['#design "3pm club"', { room: "design", topic: "3pm club" }],
    ["here Sprint review", { isHere: true, topic: "Sprint review" }],
    ["ici Revue de 15h", { isHere: true, topic: "Revue de 15h" }],
  ])("finds the meeting to rename in %j", (text, request) => {
    expect(parseRename(typed(text))).toEqual({
      ok: true,
      request: { ...nothing, ...request },
    });
  });

  test("refuses a room together with here", () => {
    expect(parseRename(typed("#design here Review"))).toEqual({
      ok: false,
      problem: { reason: "room-and-here", room: "design" },
      partial: { ...nothing, topic: "Review", room: "design" },
    });
  });
});
