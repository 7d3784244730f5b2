import { keepGivenSubject } from "../../../src/meetings/ports/online-meeting";

const meeting = { id: "1", joinWebUrl: "https://teams.microsoft.com/l/meetup-join/1" };

describe("the subject of a fetched meeting", () => {
  test.each([
    ["the same", "Review", "Review", "Review"],
    ["the new one after a rename", "Review", "Retro", "Retro"],
    ["the known one when Graph appends “ ended”", "Review", "Review ended", "Review"],
    [
      "the new one after a rename to “… has ended”",
      "Review",
      "Review has ended",
      "Review has ended",
    ],
    ["the new one after a rename to another “… ended”", "Review", "Retro ended", "Retro ended"],
    [
      "the known one when it already ends with “ ended”",
      "Review ended",
      "Review ended",
      "Review ended",
    ],
    [
      "the known one when Graph appends a second “ ended”",
      "Review ended",
      "Review ended ended",
      "Review ended",
    ],
    ["the known one when Graph returns none", "Review", undefined, "Review"],
    ["the known one when Graph returns an empty one", "Review", "", "Review"],
    ["Graph's when none was known", undefined, "Review", "Review"],
    ["undefined when neither has one", undefined, undefined, undefined],
  ])("is %s", (_, known, seen, expected) => {
    const kept = keepGivenSubject({ ...meeting, subject: known }, { ...meeting, subject: seen });
    expect(kept.subject).toBe(expected);
  });

  test("is the only property kept from the known meeting", () => {
    const known = { ...meeting, subject: "Review", startsAt: "2026-11-20T09:00:00.000Z" };
    const seen = { id: "1", joinWebUrl: "https://example.com/2", subject: "Review ended" };
    expect(keepGivenSubject(known, seen)).toEqual({ ...seen, subject: "Review" });
  });

  test("comes with the known meeting itself if nothing has changed", () => {
    const known = { ...meeting, subject: "Review" };
    const seen = { ...meeting, subject: "Review", startsAt: undefined };
    expect(keepGivenSubject(known, seen)).toBe(known);
    const moved = { ...seen, startsAt: "2026-11-20T09:00:00.000Z" };
    expect(keepGivenSubject(known, moved)).toBe(moved);
  });
});
