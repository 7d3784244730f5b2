import type { AdaptiveCard } from "../../../../bot/cards/elements/adaptive-card";
import type { MeetingCardData } from "../../../../bot/cards/meeting/meeting-card-data";
import { renderMeeting } from "../../../../bot/cards/meeting/meeting-card";
import { en } from "../../../../bot/locales/en";
import { buttonOf, buttonsOf, textOf } from "../../../support/cards";
import { validateCard } from "../../../support/validate-card";
import { SAMPLE_CARDS } from "../sample-cards";
import { BERLIN, JOIN_URL, meeting, toBytes, toMeetingCard } from "../sample-data";

const toCard = (changes: Partial<MeetingCardData> = {}) => toMeetingCard(meeting(changes), BERLIN);
const STANDING = { kind: "standing" } as const;

/** The buttons in the “…” menu. */
const menuOf = (card: AdaptiveCard) =>
  buttonsOf(card).filter((button) => button.mode === "secondary");

test.each(Object.entries(SAMPLE_CARDS))("the card %s is valid and small", (_, card) => {
  expect(validateCard(card)).toEqual([]);
  expect(toBytes(card)).toBeLessThan(8_000);
  expect(card.fallbackText).not.toBe("");
});

describe("texts", () => {
  test.each<[string, Partial<MeetingCardData>, string[]]>([
    [
      "a scheduled meeting",
      {},
      ["Sprint review", "Tue 10 Mar · 15:00–15:45 CET", "Ada Lovelace (host)"],
    ],
    [
      "a standing meeting",
      { time: STANDING },
      ["Sprint review", "No fixed time", "Ada Lovelace (host)"],
    ],
    [
      "a notice first, the phone last",
      {
        time: STANDING,
        notice: { tone: "info", text: "New link" },
        dialIn: { tollNumber: "+49 69 1", conferenceId: "12#" },
      },
      [
        "New link",
        "Sprint review",
        "No fixed time",
        "Ada Lovelace (host)",
        "Phone: +49 69 1",
        "Conference ID: 12#",
      ],
    ],
    [
      "no host, no name",
      { subject: " \u200B", time: STANDING, organizerName: "", belongsTo: "group-chat" },
      ["Meeting", "No fixed time"],
    ],
  ])("%s", (_, changes, expected) => {
    expect(textOf(toCard(changes)).split("\n")).toEqual(expected);
  });

  test.each<[Partial<MeetingCardData>, string]>([
    [{ room: { kind: "named", name: "design" } }, "#design"],
    [{ room: { kind: "named", name: "design" }, belongsTo: "group-chat" }, "#design"],
    [{ room: { kind: "named", name: "design" }, subject: "#design sync" }, "Ada Lovelace (host)"],
    [{ room: { kind: "named", name: " \n" } }, "Ada Lovelace (host)"],
    [{ belongsTo: "channel-untied" }, "Its chat is separate from this channel."],
    [{ belongsTo: "elsewhere" }, "From another channel or chat"],
    [{ room: { kind: "thread" } }, "This thread’s meeting"],
    [
      { room: { kind: "thread" }, belongsTo: "channel-untied" },
      "This thread’s meeting · Its chat is separate from this channel.",
    ],
    [
      { time: STANDING, expiresAt: "2026-12-03T23:30:00Z" },
      "The link expires on 4 December. Choose Refresh to keep it.",
    ],
    [
      { expiresAt: "2026-12-03T23:30:00Z" },
      "The link expires on 4 December. Move the meeting to keep it.",
    ],
    [{ expiresAt: "soon" }, "Ada Lovelace (host)"],
    [{ understood: "Sprint review · Ana" }, "Understood: Sprint review · Ana"],
    [{ understood: "" }, "Ada Lovelace (host)"],
  ])("with %j, ends in “%s”", (changes, expected) => {
    expect(textOf(toCard(changes)).split("\n").at(-1)).toBe(expected);
  });

  test("shows all 255 characters of a subject", () => {
    const subject = "Quarterly planning ".repeat(13) + "for Ada.";
    expect(subject).toHaveLength(255);
    expect(textOf(toCard({ subject })).split("\n")).toContain(subject);
  });

  test.each<[Partial<MeetingCardData>, string]>([
    [{ time: STANDING }, "Sprint review: No fixed time"],
    [{}, "Sprint review: Tue 10 Mar · 15:00–15:45 CET"],
    [{ time: { kind: "scheduled", startsAt: "?", endsAt: "?" } }, "Sprint review"],
  ])("the summary of %j", (changes, expected) => {
    expect(renderMeeting(meeting(changes), BERLIN).summary).toBe(expected);
  });
});

describe("buttons", () => {
  test("puts Join first, and opens the unchanged link from Teams", () => {
    expect(buttonsOf(toCard())[0]).toEqual({
      type: "Action.OpenUrl",
      title: "Join",
      style: "positive",
      url: JOIN_URL,
    });
  });

  test("Refresh sends the token from clients without Action.Execute too", () => {
    const card = toCard({ meetingToken: "token" });
    expect(buttonOf(card, "Refresh")).toEqual({
      type: "Action.Execute",
      title: "Refresh",
      verb: "refresh",
      data: { ref: "token" },
      fallback: {
        type: "Action.Submit",
        title: "Refresh",
        data: { verb: "refresh", ref: "token", msteams: { feedback: { hide: true } } },
      },
    });
  });

  test("puts buttons that change or cancel the meeting into the “…” menu", () => {
    const more = menuOf(toCard({ meetingToken: "token" }));
    expect(more.map(({ title }) => title)).toEqual([
      "Copy link",
      "Edit",
      "Options",
      "New link",
      "Cancel meeting",
    ]);
    expect(more).toMatchObject(
      ["copy-link", "edit", "options", "new", "cancel"].map((verb) => ({
        verb,
        data: { ref: "token" },
        fallback: { mode: "secondary", data: { ref: "token", verb } },
      })),
    );
    const others = buttonsOf(toCard()).slice(0, 3);
    expect(others.map(({ title }) => title)).toEqual(["Join", "Refresh", "Calendar"]);
    const standing = toCard({ time: STANDING, dialIn: { tollNumber: "+49 69 1" } });
    expect(buttonsOf(standing).map(({ title }) => title)).toEqual([
      "Join",
      "Refresh",
      "Copy link",
      "Add to calendar",
      "Edit",
      "Options",
      "New link",
      "Cancel meeting",
    ]);
    expect(standing.body.find(({ type }) => type === "Container")).toMatchObject({
      id: "dial-in",
      isVisible: false,
    });
    expect(JSON.stringify(standing.body.at(-1))).toContain('"targetElements":["dial-in"]');
  });

  test.each([
    "http://teams.microsoft.com/l/meetup-join/1",
    "javascript:alert(1)",
    "https://",
    "https://teams.microsoft.com/\nx",
    `https://teams.microsoft.com/${"x".repeat(1_000)}`,
    "",
  ])("has no Join button for the link %p", (joinWebUrl) => {
    const card = toCard({ joinWebUrl });
    const buttons = buttonsOf(card).filter(({ mode }) => mode !== "secondary");
    expect(buttons.map(({ title }) => title)).toEqual(["Refresh", "Copy link"]);
    expect(textOf(card)).toMatch(en.card.noLink);
  });

  test("refreshes automatically for up to 60 distinct people, and for none by default", () => {
    const ids = Array.from({ length: 80 }, (_, index) => `id-${index >> 1}-${index % 40}`);
    expect(toCard({ refreshUserIds: [...ids, ...ids], meetingToken: "token" }).refresh).toEqual({
      action: {
        type: "Action.Execute",
        title: "Refresh",
        verb: "refresh",
        data: { ref: "token" },
      },
      userIds: ids.slice(0, 60),
    });
    expect(toCard({ refreshUserIds: [] })).not.toHaveProperty("refresh");
  });
});
