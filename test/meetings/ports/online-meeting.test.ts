import { keepGivenSubject } from "../../../src/meetings/ports/online-meeting";

const meeting = { id: "1", joinWebUrl: "https://teams.microsoft.com/l/meetup-join/1" };

describe("the subject of a fetched meeting", () => {
  test.each([
    ["the same", "Review", "Review", "Review"],
    ["what a person renamed it to", "Review", "Retro", "Retro"],
    ["what was known, when Graph put “ ended” behind it", "Review", "Review ended", "Review"],
    ["what a person ended it with", "Review", "Review has ended", "Review has ended"],
    ["what a person calls ended", "Review", "Retro ended", "Retro ended"],
    ["the known one that ends so itself", "Review ended", "Review ended", "Review ended"],
    [
      "the known one, when it is said to have ended twice",
      "Review ended",
      "Review ended ended",
      "Review ended",
    ],
    ["what was known, when Graph says nothing", "Review", undefined, "Review"],
    ["what was known, when Graph says nothing with a text", "Review", "", "Review"],
    ["what Graph says, when none was known", undefined, "Review", "Review"],
    ["none, when none was ever known", undefined, undefined, undefined],
  ])("is %s", (_, known, seen, expected) => {
    const kept = keepGivenSubject({ ...meeting, subject: known }, { ...meeting, subject: seen });
    expect(kept.subject).toBe(expected);
  });

  test("is the only property kept from before", () => {
    const known = { ...meeting, subject: "Review", startsAt: "2026-11-20T09:00:00.000Z" };
    const seen = { id: "1", joinWebUrl: "https://example.com/2", subject: "Review ended" };
    expect(keepGivenSubject(known, seen)).toEqual({ ...seen, subject: "Review" });
  });
});
