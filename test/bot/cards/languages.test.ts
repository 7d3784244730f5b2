import { ALL_MESSAGES, type Messages } from "../../../bot/locales/messages";
import { textOf } from "../../support/cards";
import { validateCard } from "../../support/validate-card";
import { IN_ORDER, NO_PERMISSION, NOT_IN_ORDER } from "./sample-checks";
import { toSampleCards } from "./sample-cards";
import { invite, meeting, toBytes, toMeetingCard } from "./sample-data";

/** Teams' limits (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages). */
const MAX_BYTES = 28 * 1024;
/** Languages in other scripts, where untranslated English is easy to find. */
const OTHER_SCRIPTS = new Set(["ja", "ru", "zh-CN"]);
/** Words from the samples, and names that are the same in every language. */
const SAME_EVERYWHERE = new Set(
  (
    "Rendezvous Microsoft Teams Outlook Google UTC ID Europe Berlin America New York Ada Ana Bo Chidi Okafor Silva Nilsson Lovelace Jan " +
    "Eva chen oleg ira at Farid Grace Hana Ivo dana bo contoso com design General Sprint review Design Plan Incident lunch today https evil " +
    "eve farid rahimi grace fabrikam adatum example Quarterly planning with the whole platform group and regional leads everybody who signed up Tue Mar EST EDT until Christmas Sketches"
  ).split(" "),
);

/** The details of a check are for admins, and always in English. */
const CHECK_DETAILS = [...IN_ORDER, ...NO_PERMISSION, ...NOT_IN_ORDER]
  .flatMap(({ name, message, fix = "", details = [], copy = [] }) =>
    [name, message, fix].concat(
      details,
      copy.map(({ label }) => label),
    ),
  )
  .toSorted((a, b) => b.length - a.length);

const languages = ALL_MESSAGES.map((messages) => [messages.language, messages] as const);

function toViewer({ language }: Messages) {
  return { locale: language, timeZone: "Europe/Berlin" };
}

describe.each(languages)("in %s", (language, messages) => {
  const cards = Object.entries(toSampleCards(messages, toViewer(messages)));

  test.each(cards)("the card %s is valid, small, and has no missing values", (_, card) => {
    expect(validateCard(card)).toEqual([]);
    expect(toBytes(card)).toBeLessThan(MAX_BYTES);
    expect(textOf(card)).not.toMatch(/undefined|\[object|NaN|\{count|\bnull\b/);
  });

  if (OTHER_SCRIPTS.has(language)) {
    test.each(cards)("the card %s has no English text", (name, card) => {
      const buttons = JSON.stringify(card).match(/"(?:title|label|placeholder)":"[^"]*"/g) ?? [];
      const texts = [textOf(card), ...buttons.map((text) => text.slice(text.indexOf(":")))].join(
        " ",
      );
      // Mention tags and the breaks within long words aren't visible.
      const visible = texts.replace(/<\/?at>|\u200B/g, "");
      const details = name.startsWith("check") ? CHECK_DETAILS : [];
      const translated = details.reduce((text, detail) => text.replaceAll(detail, ""), visible);
      const latin = translated.match(/[A-Za-z]{2,}/g) ?? [];
      expect(latin.filter((word) => !SAME_EVERYWHERE.has(word))).toEqual([]);
    });
  }

  test("the meeting card fits the longest texts", () => {
    const longest = Object.values(messages.meet)
      .filter((text) => typeof text === "string")
      .toSorted((one, other) => other.length - one.length)
      .slice(0, 3)
      .join("\n");
    const people = Array.from({ length: 60 }, (_, index) => `漢字の名前ж${index}`.repeat(5));
    const card = toMeetingCard(
      meeting({
        subject: "議題ж".repeat(80),
        organizerName: "氏名ж".repeat(30),
        people: invite(...people),
        mentions: people.map((name, index) => ({ teamsId: `29:${index}`.padEnd(100, "x"), name })),
        room: { kind: "named", name: "部屋ж".repeat(16) },
        notice: { tone: "attention", text: longest },
        understood: "理解ж".repeat(150),
        expiresAt: "2026-03-12T10:00:00Z",
        refreshUserIds: people.map((_, index) => `29:${index}`.padEnd(100, "x")),
        dialIn: { tollNumber: "+49 69 365057601", conferenceId: "987 654 321#" },
      }),
      toViewer(messages),
    );
    expect(validateCard(card)).toEqual([]);
    expect(toBytes(card)).toBeLessThan(MAX_BYTES);
  });
});
