import type { AdaptiveCard } from "../../../bot/cards/adaptive-card";
import { toCancelledCard } from "../../../bot/cards/cancelled-card";
import { toChangeCard, type ChangeCardData } from "../../../bot/cards/change-card";
import { toConfirmCard, toConfirmWords } from "../../../bot/cards/confirm-card";
import { toMeetingCard } from "../../../bot/cards/meeting-card";
import type { MeetingCardData } from "../../../bot/cards/meeting-card-data";
import type { Reader } from "../../../bot/reader";
import { toNoticeCard } from "../../../bot/cards/notice-card";
import { toOptionsCard } from "../../../bot/cards/options-card";
import { toPreparingCard } from "../../../bot/cards/preparing-card";
import { toRoomsCard, type RoomRow } from "../../../bot/cards/rooms-card";
import { en } from "../../../bot/locales/en";

export const BERLIN: Reader = { locale: "en-GB", timeZone: "Europe/Berlin" };

export const JOIN_URL =
  "https://teams.microsoft.com/l/meetup-join/19%3a7ebda77322dd4505ac4dedb5b67df076%40thread.tacv2/1759881511856?context=%7b%22Tid%22%3a%22c4730046-52fb-4282-9363-e56afe25e0f4%22%2c%22Oid%22%3a%22d32d11ff-dc17-477e-b4a0-9758ccab3559%22%7d";

/** A scheduled channel meeting, but for what a test says. */
export function meeting(changes: Partial<MeetingCardData> = {}): MeetingCardData {
  return {
    subject: "Sprint review",
    joinWebUrl: JOIN_URL,
    time: { kind: "scheduled", startsAt: "2026-03-10T14:00:00Z", endsAt: "2026-03-10T14:45:00Z" },
    organizerName: "Ada Lovelace",
    belongsTo: "channel",
    sealedReference: "A".repeat(160),
    outlookOrigin: "https://outlook.office.com",
    refreshUserIds: ["d32d11ff-dc17-477e-b4a0-9758ccab3559"],
    ...changes,
  };
}

/** A meeting whose name, time and people somebody wants otherwise, but for what a test says. */
export function change(changes: Partial<ChangeCardData> = {}): ChangeCardData {
  return {
    joinWebUrl: JOIN_URL,
    now: { subject: "Sprint review", time: { kind: "standing" }, people: [] },
    asked: {
      subject: "Design review",
      time: { kind: "scheduled", startsAt: "2026-03-10T14:00:00Z", endsAt: "2026-03-10T14:45:00Z" },
      people: ["Ana", "Bo"],
    },
    sealedOffer: "Q".repeat(300),
    sealedReference: "A".repeat(160),
    ...changes,
  };
}

/** A standing meeting in a room, but for what a test says. */
export function roomRow(changes: Partial<RoomRow> = {}): RoomRow {
  return {
    room: { kind: "named", name: "design" },
    subject: "Design review",
    time: { kind: "standing" },
    joinWebUrl: JOIN_URL,
    ...changes,
  };
}

/** What people type on one line that nothing but `{{DATE` needs a guard for. */
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

const DIAL_IN = {
  tollNumber: "+49 69 365057601",
  tollFreeNumber: "0800 5889361",
  conferenceId: "987 654 321#",
};
const STANDING = { kind: "standing" } as const;
const SCHEDULED = {
  kind: "scheduled",
  startsAt: "2026-03-10T14:00:00Z",
  endsAt: "2026-03-10T14:45:00Z",
} as const;
const PEOPLE = ["Ana Silva", "Bo Nilsson", "Chidi Okafor", "dana@contoso.com"];
const MENTIONS = PEOPLE.slice(0, 2).map((name) => ({ teamsId: `29:1${name}`, name }));
const MANY_PEOPLE = [...PEOPLE, "Eva", "Farid", "Grace", "Hana", "Ivo"];
const LATER = {
  kind: "scheduled",
  startsAt: "2026-04-01T07:00:00Z",
  endsAt: "2026-04-01T08:30:00Z",
} as const;
const REF = "A".repeat(160);
const MEET = {
  title: en.meet.button,
  verb: "meet",
  data: { ref: "B".repeat(160) },
  style: "positive",
} as const;

const toCard = (changes: Partial<MeetingCardData>, reader: Reader = BERLIN) =>
  toMeetingCard(meeting(changes), reader, en);

/** Every kind of card that people see, by the name of its picture. */
export const SAMPLE_CARDS: Record<string, AdaptiveCard> = {
  standing: toCard({ subject: "General", time: STANDING }),
  scheduled: toCard({ dialIn: DIAL_IN }),
  everything: toCard({
    dialIn: DIAL_IN,
    notice: { tone: "attention", text: en.meet.meetingGone },
  }),
  untied: toCard({
    belongsTo: "channel-untied",
    notice: { tone: "attention", text: en.refresh.notChecked },
  }),
  overnight: toCard({
    subject:
      "Quarterly planning with the whole platform group, the regional leads and everybody who signed up",
    time: { kind: "scheduled", startsAt: "2026-03-10T22:30:00Z", endsAt: "2026-03-11T00:15:00Z" },
    belongsTo: "meeting-chat",
  }),
  japanese: toCard(
    { subject: "スプリントレビューと次の四半期の計画について", organizerName: "山田 太郎" },
    { locale: "ja-JP", timeZone: "Asia/Tokyo" },
  ),
  "no-link": toCard({ joinWebUrl: "http://teams.example/" }),
  people: toCard({
    people: MANY_PEOPLE,
    mentions: MENTIONS,
    room: { kind: "named", name: "design" },
    hasMore: true,
    notice: { tone: "info", text: en.refresh.superseded },
    understood: "Sprint review · Tue 10 Mar, 15:00–15:45 Europe/Berlin · Ana Silva, Bo Nilsson",
  }),
  thread: toCard({
    time: STANDING,
    people: ["Ana", "Bo"],
    room: { kind: "thread" },
    hasMore: true,
    expiresAt: "2026-12-04T10:00:00Z",
  }),
  expiring: toCard({
    dialIn: DIAL_IN,
    hasMore: true,
    expiresAt: "2026-12-04T10:00:00Z",
    notice: { tone: "attention", text: en.refresh.notChecked },
  }),
  change: toChangeCard(change(), BERLIN, en),
  "change-time": toChangeCard(
    change({ now: { time: SCHEDULED }, asked: { time: LATER } }),
    BERLIN,
    en,
  ),
  "change-all": toChangeCard(
    change({
      now: {
        subject: "Quarterly planning with the whole platform group and the regional leads",
        time: { ...SCHEDULED, endsAt: "2026-03-11T14:45:00Z" },
        people: MANY_PEOPLE,
      },
      asked: { subject: "Plan", time: LATER, people: ["Jan"] },
    }),
    { locale: "en-US", timeZone: "America/New_York" },
    en,
  ),
  "confirm-new": toConfirmCard({
    ...toConfirmWords("newLink", { subject: "Sprint review", name: "Ada Lovelace" }, en),
    confirm: { title: en.confirmCard.newLink.confirm, verb: "confirm", data: { offer: REF } },
    back: { title: en.confirmCard.back, verb: "refresh", data: { ref: REF } },
  }),
  "confirm-cancel": toConfirmCard({
    ...toConfirmWords("cancel", { subject: "Sprint review", name: "Ada Lovelace" }, en),
    confirm: { title: en.confirmCard.cancel.confirm, verb: "confirm", data: { offer: REF } },
    back: { title: en.confirmCard.back, verb: "refresh", data: { ref: REF } },
  }),
  options: toOptionsCard(
    {
      subject: "Sprint review",
      options: {
        lobby: "organizationAndFederated",
        presenters: "everyone",
        chat: "enabled",
        isRecordedAutomatically: false,
      },
      sealedReference: REF,
      back: "keep",
    },
    en,
  ),
  "options-unknown": toOptionsCard(
    { subject: "Sprint review", options: {}, sealedReference: REF, back: "keep" },
    en,
  ),
  rooms: toRoomsCard(
    {
      rooms: [
        { ...roomRow({ subject: "Sprint review", time: SCHEDULED }), room: undefined },
        roomRow({ subject: "Quarterly planning with the whole platform group and the leads" }),
        roomRow({ room: { kind: "thread" }, subject: "Incident 4711", time: LATER }),
      ],
      hiddenCount: 3,
      now: new Date("2026-03-01T00:00:00Z"),
    },
    BERLIN,
    en,
  ),
  "no-rooms": toRoomsCard({ rooms: [], hiddenCount: 0, now: new Date(0) }, BERLIN, en),
  cancelled: toCancelledCard(
    {
      subject: "Sprint review",
      cancelledByName: "Bo Nilsson",
      cancelledAt: "2026-11-20T09:00:00Z",
      sealedReference: REF,
    },
    BERLIN,
    en,
  ),
  preparing: toPreparingCard(en),
  unknown: toNoticeCard({
    title: en.unknownText.title,
    text: en.unknownText.understood({ text: "lunch [today](https://evil.example)?" }),
    buttons: [MEET],
  }),
  help: toNoticeCard({ ...en.help, buttons: [MEET] }),
};

/** How many bytes a card is on the wire. */
export const toBytes = (card: AdaptiveCard) => Buffer.byteLength(JSON.stringify(card));
