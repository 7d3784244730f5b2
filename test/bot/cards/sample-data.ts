import type { AdaptiveCard } from "../../../bot/cards/elements/adaptive-card";
import type { ChangeCardData } from "../../../bot/cards/change-card";
import type { EditCardData } from "../../../bot/cards/edit-card";
import type { MeetFormData } from "../../../bot/cards/meet-form-card";
import { renderMeeting } from "../../../bot/cards/meeting/meeting-card";
import type { MeetingCardData } from "../../../bot/cards/meeting/meeting-card-data";
import type { RoomRow } from "../../../bot/cards/rooms-card";
import type { Viewer } from "../../../bot/turn/viewer";
import { EMPTY_FORM, type MeetForm } from "../../../src/request/meet-form";

export const BERLIN: Viewer = { locale: "en-GB", timeZone: "Europe/Berlin" };

/** In the year of the samples: their dates show no year. */
export const NOW = new Date("2026-03-01T09:00:00Z");

export const JOIN_URL =
  "https://teams.microsoft.com/l/meetup-join/19%3a7ebda77322dd4505ac4dedb5b67df076%40thread.tacv2/1759881511856?context=%7b%22Tid%22%3a%22c4730046-52fb-4282-9363-e56afe25e0f4%22%2c%22Oid%22%3a%22d32d11ff-dc17-477e-b4a0-9758ccab3559%22%7d";

export function toMeetingCard(data: MeetingCardData, viewer: Viewer): AdaptiveCard {
  return renderMeeting(data, viewer).card;
}

/** A scheduled channel meeting with the test's changes. */
export function meeting(changes: Partial<MeetingCardData> = {}): MeetingCardData {
  return {
    subject: "Sprint review",
    joinWebUrl: JOIN_URL,
    time: { kind: "scheduled", startsAt: "2026-03-10T14:00:00Z", endsAt: "2026-03-10T14:45:00Z" },
    organizerName: "Ada Lovelace",
    belongsTo: "channel",
    meetingToken: "A".repeat(160),
    outlookOrigin: "https://outlook.office.com",
    refreshUserIds: ["d32d11ff-dc17-477e-b4a0-9758ccab3559"],
    now: NOW,
    ...changes,
  };
}

/** Invited people without a role. */
export function invite(...names: readonly string[]): { name: string }[] {
  return names.map((name) => ({ name }));
}

/** A request to change a meeting's name, time and people, with the test's changes. */
export function change(changes: Partial<ChangeCardData> = {}): ChangeCardData {
  return {
    joinWebUrl: JOIN_URL,
    now: { subject: "Sprint review", time: { kind: "standing" }, people: [] },
    asked: {
      subject: "Design review",
      time: { kind: "scheduled", startsAt: "2026-03-10T14:00:00Z", endsAt: "2026-03-10T14:45:00Z" },
      people: ["Ana", "Bo"],
    },
    today: NOW,
    updates: [{ requestToken: "Q".repeat(300) }],
    meetingToken: "A".repeat(160),
    ...changes,
  };
}

/** A dialog with a value in every field. */
export const FILLED_FORM: MeetForm = {
  topic: "Sprint review",
  day: "2026-03-10",
  time: "15:00",
  minutes: "45",
  repeat: "every week",
  people: "",
  addresses: "dana@contoso.com",
  room: "design",
};

/** An empty dialog with the test's changes. */
export function meetForm(changes: Partial<MeetFormData> = {}): MeetFormData {
  return {
    form: EMPTY_FORM,
    problems: [],
    now: NOW,
    names: new Map(),
    button: "Continue",
    data: { verb: "submit-meeting", shown: "{}", offer: "Q".repeat(300) },
    ...changes,
  };
}

/** A form for changes, with the test's changes. */
export function editForm(changes: Partial<EditCardData> = {}): EditCardData {
  return {
    form: { ...FILLED_FORM, addresses: "", room: "" },
    problems: [],
    invited: [
      { name: "Ana Silva", role: "presenter", isKept: true },
      { name: "Bo Nilsson", isKept: true },
      { name: "dana@contoso.com", isKept: false },
    ],
    hiddenCount: 0,
    editToken: "Q".repeat(300),
    meetingToken: "A".repeat(160),
    now: NOW,
    ...changes,
  };
}

/** A standing meeting in a room, with the test's changes. */
export function roomRow(changes: Partial<RoomRow> = {}): RoomRow {
  return {
    room: { kind: "named", name: "design" },
    subject: "Design review",
    time: { kind: "standing" },
    joinWebUrl: JOIN_URL,
    ...changes,
  };
}

/** User text on one line, in which only `{{DATE` needs escaping. */
export const TYPED_TEXT =
  "**bold** [click me](https://evil.example/phish) <at>Bob</at> # head ![img](https://evil.example/a.png) <b>x</b> {{DATE(2026-01-01T00:00:00Z)}}";

export const HOSTILE_TEXTS = {
  "a bit of all": TYPED_TEXT,
  link: "[Sign in again](https://evil.example/login)",
  "bare link": "see https://evil.example/login or www.evil.example now",
  mention: "<at>Bob</at> must join",
  picture: "![pixel](https://evil.example/p.png)",
  heading: "# Heading\n## Another\n- one\n- two",
  html: '<a href="https://evil.example">x</a><img src=x onerror=alert(1)><b>bold</b>',
  bold: "**bold** __bold__ *it* _it_ `code` ~~no~~",
  date: "{{DATE(2017-02-14T06:08:39Z, LONG)}} {{TIME(2017-02-14T06:08:39Z)}}",
  "date without arguments": "{{DATE()}}",
  template: "${expr} ${$root.secret} {0}",
  "right to left": "gpj.\u202Eexe.\u2066ecivni",
  invisible: "in\u200Bvi\uFEFFsi\u00ADble\u0000",
  "one long word": "W".repeat(255),
  "long words": "Donaudampfschifffahrtsgesellschaftskapitän-Nachfolgeplanungsbesprechung ".repeat(
    3,
  ),
} as const;

/** The size of a card as JSON. */
export const toBytes = (card: AdaptiveCard) => Buffer.byteLength(JSON.stringify(card));
