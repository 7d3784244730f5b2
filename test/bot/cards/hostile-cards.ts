import type { AdaptiveCard } from "../../../bot/cards/elements/adaptive-card";
import { toCancelledCard } from "../../../bot/cards/cancelled-card";
import { toChangeCard } from "../../../bot/cards/change-card";
import { toCalendarCard } from "../../../bot/cards/calendar-card";
import { toCopyLinkCard } from "../../../bot/cards/copy-link-card";
import { formatRequest } from "../../../bot/cards/elements/format-request";
import { toEditCard } from "../../../bot/cards/edit-card";
import { toMeetFormCard } from "../../../bot/cards/meet-form-card";
import { toNoticeCard } from "../../../bot/cards/elements/notice-card";
import { toProblemCard } from "../../../bot/cards/problem-card";
import { toOptionsCard } from "../../../bot/cards/options-card";
import { toRoomsCard } from "../../../bot/cards/rooms-card";
import { en } from "../../../bot/locales/en";
import { toConfirmCard, toConfirmWords } from "../../../bot/replies/confirmation";
import {
  BERLIN,
  change,
  editForm,
  FILLED_FORM,
  invite,
  meeting,
  meetForm,
  roomRow,
  toMeetingCard,
} from "./sample-data";

const NOW = new Date("2026-03-01T00:00:00Z");
const REF = "r".repeat(300);
const LONGEST_URL = `https://teams.microsoft.com/${"%".repeat(996)}`;

/** Every kind of card, with one text in every field for user text except mentions. */
export function toHostileCards(
  text: string,
  joinWebUrl = LONGEST_URL,
): Record<string, AdaptiveCard> {
  const many = Array.from({ length: 20 }, (_, index) => `${text}${index}`);
  const button = { title: "Do it", verb: "meet", data: { ref: REF } };
  return {
    meeting: toMeetingCard(
      meeting({
        subject: text,
        organizerName: text,
        people: invite(...many),
        room: { kind: "named", name: text },
        understood: formatRequest(
          { topic: text, people: many.map((upn) => ({ kind: "address", upn })), room: text },
          NOW,
          BERLIN,
        ),
        notice: { tone: "attention", text: `${text}\n${text}` },
        dialIn: { tollNumber: text, tollFreeNumber: text, conferenceId: text },
        expiresAt: "2026-12-04T10:00:00Z",
        calendarAddresses: many,
        notNotified: many.map((name) => ({ name, address: name, id: name })),
        refreshUserIds: Array.from({ length: 60 }, (_, index) => `29:${"i".repeat(64)}${index}`),
        meetingToken: REF,
        joinWebUrl,
      }),
      BERLIN,
    ),
    notice: toNoticeCard({ title: text, text: `${text}\n${text}` }),
    change: toChangeCard(
      change({
        now: { subject: `${text} now`, people: many },
        asked: { ...change().asked, subject: text, people: many },
        updates: [{ requestToken: "q".repeat(4000) }],
        meetingToken: REF,
        joinWebUrl,
      }),
      BERLIN,
    ),
    problem: toProblemCard(
      {
        now: NOW,
        title: text,
        text: `${text}\n${text}`,
        kept: text,
        field: { kind: "name", value: text.slice(0, 255) },
        buttons: [button, { ...button, data: { offer: "q".repeat(10_000) } }],
      },
      BERLIN,
    ),
    confirm: toConfirmCard({
      ...toConfirmWords("cancel", { subject: text, name: text }, en),
      confirm: button,
      back: button,
    }),
    calendar: toCalendarCard(
      {
        subject: text,
        link: joinWebUrl,
        outlookLink: undefined,
        hasFile: true,
        isSeries: true,
        meetingToken: REF,
      },
      en,
    ),
    "copy-link": toCopyLinkCard(
      { subject: text, link: joinWebUrl, hasCalendarPage: true, meetingToken: REF },
      en,
    ),
    options: toOptionsCard({ subject: text, options: {}, meetingToken: REF, back: "keep" }, en),
    form: toMeetFormCard(
      meetForm({
        form: { ...FILLED_FORM, topic: text, addresses: text, room: text, people: "a" },
        names: new Map(many.map((name, index) => [String(index), name])),
        problems: (["topic", "day", "minutes", "people"] as const).map((field) => ({
          field,
          text: `${text}\n${text}`,
        })),
        meeting: { joinWebUrl, people: many },
        notice: { tone: "attention", text: `${text}\n${text}` },
      }),
      BERLIN,
    ),
    edit: toEditCard(
      editForm({
        form: { ...FILLED_FORM, topic: text, addresses: text, people: "a", minutes: text },
        invited: Array.from({ length: 15 }, () => ({
          name: text,
          role: "coorganizer",
          isKept: true,
        })),
        hiddenCount: 1_000_000,
        problems: (["topic", "day", "addresses"] as const).map((field) => ({
          field,
          text: `${text}\n${text}`,
        })),
        editToken: "q".repeat(3200),
        meetingToken: REF,
      }),
      BERLIN,
    ),
    rooms: toRoomsCard(
      {
        rooms: many.map((subject) =>
          roomRow({ subject, room: { kind: "named", name: text }, joinWebUrl }),
        ),
        hiddenCount: 1_000_000,
        isChannel: true,
        buttons: [],
        now: NOW,
      },
      BERLIN,
    ),
    cancelled: toCancelledCard(
      {
        subject: text,
        cancelledByName: text,
        cancelledAt: text,
        again: { ref: REF },
        understood: text,
        now: NOW,
      },
      BERLIN,
    ),
  };
}
