import type { AdaptiveCard } from "../../../bot/cards/elements/adaptive-card";
import { toCalendarCard } from "../../../bot/cards/calendar-card";
import { toCancelledCard } from "../../../bot/cards/cancelled-card";
import { toCheckCard } from "../../../bot/cards/check-card";
import { toChangeCard } from "../../../bot/cards/change-card";
import { toCopyLinkCard } from "../../../bot/cards/copy-link-card";
import { toEditCard } from "../../../bot/cards/edit-card";
import { toLengthChoices } from "../../../bot/cards/form-fields";
import {
  toHelpCard,
  toScheduleButton,
  toTyped,
  type HelpCardData,
} from "../../../bot/cards/help-card";
import { toInstallCard } from "../../../bot/cards/install-card";
import { toMeetFormCard, type MeetFormData } from "../../../bot/cards/meet-form-card";
import { renderMeeting } from "../../../bot/cards/meeting/meeting-card";
import type { MeetingCardData } from "../../../bot/cards/meeting/meeting-card-data";
import { toNoticeCard } from "../../../bot/cards/elements/notice-card";
import { toProblemCard } from "../../../bot/cards/problem-card";
import { toOptionsCard } from "../../../bot/cards/options-card";
import { toCardElsewhere, toPrivateCard } from "../../../bot/cards/private-card";
import {
  toPastReminderCard,
  toReminderCard,
  type ReminderCardData,
} from "../../../bot/cards/reminder-card";
import { toScheduleCard } from "../../../bot/cards/schedule-card";
import { toRoomsCard } from "../../../bot/cards/rooms-card";
import { en } from "../../../bot/locales/en";
import type { Messages } from "../../../bot/locales/messages";
import { toConfirmCard, toConfirmWords } from "../../../bot/replies/confirmation";
import { toPreparing } from "../../../bot/reply";
import type { Viewer } from "../../../bot/turn/viewer";
import { explainRequestProblem } from "../../../bot/requests/explain-request-problem";
import { EMPTY_FORM, type FormProblem } from "../../../src/request/meet-form";
import { toComposeCards, toStillPreparingCard } from "./compose-cards";
import { toSeriesCards } from "./series-cards";
import { IN_ORDER, NO_PERMISSION, NOT_IN_ORDER } from "./sample-checks";
import {
  BERLIN,
  change,
  editForm,
  FILLED_FORM,
  invite,
  JOIN_URL,
  meeting,
  meetForm,
  NOW,
  roomRow,
} from "./sample-data";

const DIAL_IN = {
  tollNumber: "+49 69 365057601",
  tollFreeNumber: "0800 5889361",
  conferenceId: "987 654 321#",
};
const STANDING = { kind: "standing" } as const;
const IN_PROGRESS = {
  kind: "in-progress",
  startedAt: "2026-03-10T14:02:00Z",
  peopleCount: 4,
} as const;
const ENDED = { endedAt: "2026-03-10T14:47:00Z", lengthMs: 45 * 60_000, peopleCount: 6 };
const SCHEDULED = {
  kind: "scheduled",
  startsAt: "2026-03-10T14:00:00Z",
  endsAt: "2026-03-10T14:45:00Z",
} as const;
const PEOPLE = ["Ana Silva", "Bo Nilsson", "Chidi Okafor", "dana@contoso.com"];
const MENTIONS = PEOPLE.slice(0, 2).map((name) => ({ teamsId: `29:1${name}`, name }));
const MANY_PEOPLE = [...PEOPLE, "Eva", "Farid", "Grace", "Hana", "Ivo"];
const EXTERNAL = ["eve@fabrikam.com", "farid.rahimi@adatum.com", "grace@fabrikam.com"].map(
  (address) => ({ name: address, address, id: address }),
);
const LATER = {
  kind: "scheduled",
  startsAt: "2026-04-01T07:00:00Z",
  endsAt: "2026-04-01T08:30:00Z",
} as const;
const REF = "A".repeat(160);
const PICKED = new Map(
  ["Ana Silva", "Bo Nilsson"].map((name, index) => [
    `20561e5d-ba47-445b-88e5-9dac964d385${index}`,
    name,
  ]),
);

/** One field of each kind, with its longest error. */
function toProblems(viewer: Viewer): MeetFormData["problems"] {
  const problems: FormProblem[] = [
    { field: "day", problem: { reason: "past", at: "2026-03-01T15:00" } },
    { field: "minutes", problem: { reason: "too-long", minutes: 100_000, maxMinutes: 1440 } },
    { field: "repeat", problem: { reason: "no-rule" } },
    { field: "addresses", problem: { reason: "no-address", typed: "bo at contoso" } },
    { field: "room", problem: { reason: "room-too-long", room: "design", maxCharacters: 40 } },
  ];
  return problems.map(({ field, problem }) => ({
    field,
    text: Object.values(
      explainRequestProblem(problem, viewer, new Date("2026-03-01T00:00:00Z")),
    ).join("\n"),
  }));
}

/** The card after a press of the button that shows its hidden part. */
function toOpen(card: AdaptiveCard): AdaptiveCard {
  const body = card.body.map((element) => {
    if (element.type !== "Container") return element;
    const { isVisible: _hidden, ...shown } = element;
    return shown;
  });
  return { ...card, body };
}

/** Every kind of card in one language, by the name of its screenshot. */
export function toSampleCards(messages: Messages, viewer: Viewer): Record<string, AdaptiveCard> {
  const toCard = (changes: Partial<MeetingCardData>) =>
    renderMeeting(meeting(changes), viewer).card;
  const toForm = (changes: Partial<MeetFormData>) =>
    toMeetFormCard(meetForm({ button: messages.meetForm.buttons.continue, ...changes }), viewer);
  const meet = {
    title: messages.meet.button,
    verb: "meet",
    data: { ref: "B".repeat(160) },
    style: "positive",
  } as const;
  const toReminder = (changes: Partial<ReminderCardData>) => {
    const { subject, joinWebUrl } = meeting();
    const now = new Date("2026-03-10T13:55:00Z");
    const data = { subject, joinWebUrl, time: SCHEDULED, mentions: [], now, ...changes };
    return toReminderCard(data, viewer).card;
  };
  const toHelp = (conversationType: HelpCardData["conversationType"]) =>
    toHelpCard({ conversationType, hasSignIn: true, hasReminders: true, meetButton: meet }, viewer);
  return {
    standing: toCard({ subject: "General", time: STANDING }),
    "in-progress": toCard({ subject: "General", time: STANDING, live: IN_PROGRESS }),
    "in-progress-scheduled": toCard({
      dialIn: DIAL_IN,
      live: { ...IN_PROGRESS, peopleCount: undefined },
    }),
    ended: toCard({ live: { kind: "ended", ...ENDED } }),
    "last-met": toCard({
      subject: "General",
      time: STANDING,
      live: { kind: "last-met", ...ENDED },
    }),
    scheduled: toCard({ dialIn: DIAL_IN }),
    everything: toCard({
      dialIn: DIAL_IN,
      notice: { tone: "attention", text: messages.meet.meetingGone },
    }),
    reminder: toReminder({ mentions: MENTIONS }),
    "reminder-late": toReminder({
      now: new Date("2026-03-10T14:02:00Z"),
      mentions: PEOPLE.slice(0, 3).map((name) => ({ teamsId: `29:1${name}`, name })),
    }),
    "reminder-past": toPastReminderCard("Sprint review", viewer).card,
    "own-reminder": toCard({ reminderMinutes: 90 }),
    untied: toCard({
      belongsTo: "channel-untied",
      notice: { tone: "attention", text: messages.refresh.notChecked },
    }),
    overnight: toCard({
      subject:
        "Quarterly planning with the whole platform group, the regional leads and everybody who signed up",
      time: { kind: "scheduled", startsAt: "2026-03-10T22:30:00Z", endsAt: "2026-03-11T00:15:00Z" },
      belongsTo: "meeting-chat",
    }),
    elsewhere: toCard({
      belongsTo: "elsewhere",
      room: { kind: "named", name: "design" },
    }),
    "without-bot": toCard({
      belongsTo: "elsewhere",
      isWithoutBot: true,
      calendarPage: "https://rendezvous.contoso.com/m/A/calendar",
    }),
    private: toPrivateCard(toCard({ isPrivate: true })),
    "private-elsewhere": toCardElsewhere(toCard({ isPrivate: true }), messages.privately.elsewhere),
    posted: toCard({
      notice: { tone: "info", text: messages.privately.postedBy({ name: "Ada Lovelace" }) },
    }),
    "not-notified": toCard({
      people: invite(...PEOPLE.slice(0, 2), EXTERNAL[0]!.name),
      notNotified: EXTERNAL.slice(0, 1),
    }),
    "not-notified-several": toCard({
      time: STANDING,
      people: invite(...EXTERNAL.map(({ name }) => name)),
      notNotified: EXTERNAL,
    }),
    invited: toCard({
      belongsTo: "elsewhere",
      notice: { tone: "info", text: messages.card.invitedBy({ name: "Ada Lovelace" }) },
    }),
    "no-link": toCard({ joinWebUrl: "http://teams.example/" }),
    people: toCard({
      people: invite(...MANY_PEOPLE),
      mentions: MENTIONS,
      room: { kind: "named", name: "design" },
      notice: { tone: "info", text: messages.refresh.superseded },
      status: "new-link",
    }),
    thread: toCard({
      time: STANDING,
      people: invite("Ana", "Bo"),
      room: { kind: "thread" },
      expiresAt: "2026-12-04T10:00:00Z",
    }),
    expiring: toCard({
      dialIn: DIAL_IN,
      expiresAt: "2026-12-04T10:00:00Z",
      notice: { tone: "attention", text: messages.refresh.notChecked },
    }),
    "problem-time": toProblemCard(
      {
        now: NOW,
        ...explainRequestProblem(
          { reason: "no-clock-time", date: "2026-03-02" },
          viewer,
          new Date("2026-03-01T12:00:00Z"),
        ),
        kept: "Sprint review · #design · Ana Silva, dana@contoso.com",
        field: { kind: "time", day: "2026-03-02", time: "" },
        buttons: [
          { title: messages.solve.setTime, verb: "set-time", style: "positive" },
          { title: messages.solve.withoutTime, verb: "proceed" },
        ],
      },
      viewer,
    ),
    "problem-time-in-name": toProblemCard(
      {
        now: NOW,
        ...explainRequestProblem(
          {
            reason: "time-in-name",
            words: "until Christmas",
            name: "Sprint review until Christmas",
          },
          viewer,
          new Date("2026-03-01T12:00:00Z"),
        ),
        kept: "Sprint review · #design · Ana Silva, dana@contoso.com",
        field: { kind: "time", day: "2026-03-02", time: "09:30" },
        buttons: [
          { title: messages.solve.setTime, verb: "set-time", style: "positive" },
          { title: messages.solve.useName, verb: "proceed" },
        ],
      },
      viewer,
    ),
    "problem-entry": toProblemCard(
      {
        now: NOW,
        ...messages.problems.past,
        isAboutEntry: true,
        field: { kind: "time", day: "2026-03-01", time: "09:00" },
        buttons: [{ title: messages.solve.setTime, verb: "set-time", style: "positive" }],
      },
      viewer,
    ),
    "problem-length": toProblemCard(
      {
        now: NOW,
        ...messages.problems["no-length"],
        field: { kind: "minutes", choices: toLengthChoices([45], viewer, messages), value: "45" },
        buttons: [{ title: messages.solve.setLength, verb: "set-time", style: "positive" }],
      },
      viewer,
    ),
    "problem-name": toProblemCard(
      {
        now: NOW,
        title: messages.rename.title({ subject: "Sprint review" }),
        text: messages.rename.text,
        field: { kind: "name", value: "Sprint review" },
        buttons: [{ title: messages.rename.button, verb: "set-name", style: "positive" }],
      },
      viewer,
    ),
    change: toChangeCard(change(), viewer),
    "change-or-separate": toChangeCard(
      change({ separate: { room: "design-review", requestToken: "Q".repeat(300) } }),
      viewer,
    ),
    "change-time": toChangeCard(
      change({ now: { time: SCHEDULED }, asked: { time: LATER } }),
      viewer,
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
      { ...viewer, timeZone: "America/New_York" },
    ),
    "confirm-new": toConfirmCard({
      ...toConfirmWords("newLink", { subject: "Sprint review", name: "Ada Lovelace" }, messages),
      confirm: {
        title: messages.confirmCard.newLink.confirm,
        verb: "confirm",
        data: { offer: REF },
      },
      back: { title: messages.confirmCard.back, verb: "refresh", data: { ref: REF } },
    }),
    "confirm-cancel": toConfirmCard({
      ...toConfirmWords("cancel", { subject: "Sprint review", name: "Ada Lovelace" }, messages),
      confirm: {
        title: messages.confirmCard.cancel.confirm,
        verb: "confirm",
        data: { offer: REF },
      },
      back: { title: messages.confirmCard.back, verb: "refresh", data: { ref: REF } },
    }),
    calendar: toCalendarCard(
      {
        subject: "Sprint review",
        link: `https://rendezvous.contoso.com/m/${"A".repeat(130)}`,
        outlookLink: "https://outlook.office.com/calendar/0/deeplink/compose",
        hasFile: true,
        isSeries: true,
        meetingToken: REF,
      },
      messages,
    ),
    "copy-link": toCopyLinkCard(
      {
        subject: "Sprint review",
        link: `https://rendezvous.contoso.com/m/${"A".repeat(130)}`,
        hasCalendarPage: true,
        meetingToken: REF,
      },
      messages,
    ),
    "dead-link": toNoticeCard({
      title: messages.links.dead.ended.title,
      text: `${messages.links.dead.ended.text}\n${messages.links.dead.ended.next}`,
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
        meetingToken: REF,
        back: "keep",
      },
      messages,
    ),
    "options-unknown": toOptionsCard(
      { subject: "Sprint review", options: {}, meetingToken: REF, back: "keep" },
      messages,
    ),
    rooms: toRoomsCard(
      {
        rooms: [
          { ...roomRow({ subject: "Sprint review", time: SCHEDULED }), room: undefined },
          roomRow({ subject: "Quarterly planning with the whole platform group and the leads" }),
          roomRow({ room: { kind: "thread" }, subject: "Incident 4711", time: LATER }),
        ],
        hiddenCount: 3,
        hasBack: true,
        isChannel: true,
        buttons: [],
        now: new Date("2026-03-01T00:00:00Z"),
      },
      viewer,
    ),
    "rooms-in-progress": toRoomsCard(
      {
        rooms: [
          roomRow({ subject: "Sketches", live: IN_PROGRESS }),
          { ...roomRow({ subject: "Sprint review", time: SCHEDULED }), room: undefined },
          roomRow({ room: { kind: "thread" }, subject: "Incident 4711", time: LATER }),
        ],
        hiddenCount: 0,
        isChannel: true,
        buttons: [],
        now: new Date("2026-03-10T14:30:00Z"),
      },
      viewer,
    ),
    "no-rooms": toRoomsCard(
      {
        rooms: [],
        hiddenCount: 0,
        isChannel: true,
        now: NOW,
        buttons: [{ title: messages.meet.button, verb: "meet", style: "positive" }],
      },
      viewer,
    ),
    cancelled: toCancelledCard(
      {
        subject: "Sprint review",
        cancelledByName: "Bo Nilsson",
        cancelledAt: "2026-11-20T09:00:00Z",
        again: { ref: REF },
        understood: "Sprint review",
        now: new Date("2026-11-20T10:00:00Z"),
      },
      viewer,
    ),
    form: toForm({}),
    "form-prefilled": toForm({
      form: FILLED_FORM,
      meeting: { joinWebUrl: JOIN_URL, people: ["Ada Lovelace", "dana@contoso.com"] },
    }),
    "form-own": toForm({
      form: FILLED_FORM,
      button: messages.meetForm.buttons.insert,
      meeting: { joinWebUrl: JOIN_URL, people: [] },
      more: [
        { title: messages.card.newLink, verb: "new" },
        { title: messages.card.cancelMeeting, verb: "cancel" },
      ],
    }),
    "form-problems": toForm({
      form: { ...FILLED_FORM, day: "2026-03-01", minutes: "", addresses: "bo at contoso" },
      problems: toProblems(viewer),
      notice: { tone: "attention", text: messages.extension.slow },
    }),
    "form-people": toForm({
      form: { ...EMPTY_FORM, topic: "Sprint review", people: [...PICKED.keys()].join(",") },
      names: PICKED,
    }),
    edit: toEditCard(editForm(), viewer),
    "edit-standing": toEditCard(
      editForm({ form: { ...EMPTY_FORM, topic: "General", minutes: "30" }, invited: [] }),
      viewer,
    ),
    "edit-problems": toEditCard(
      editForm({
        form: { ...FILLED_FORM, day: "2026-03-01", minutes: "other", addresses: "bo at contoso" },
        problems: toProblems(viewer),
        hiddenCount: 4,
      }),
      viewer,
    ),
    schedule: toScheduleCard(
      {
        form: { ...EMPTY_FORM, day: "2026-03-02", time: "09:30", minutes: "30" },
        problems: [],
        now: NOW,
      },
      viewer,
    ),
    "schedule-problems": toScheduleCard(
      {
        form: { ...FILLED_FORM, day: "2026-03-01", minutes: "other", addresses: "bo at contoso" },
        problems: toProblems(viewer),
        now: NOW,
      },
      viewer,
    ),
    ...toSeriesCards(messages, viewer),
    ...toComposeCards(messages, viewer),
    install: toInstallCard("C".repeat(600), messages),
    preparing: toPreparing(viewer).card,
    "preparing-or-try-again": toPreparing(viewer, {
      title: messages.actions.tryAgain,
      verb: "try-again",
      data: { typed: "token" },
    }).card,
    "still-preparing": toStillPreparingCard(viewer),
    unknown: toNoticeCard({
      title: messages.unknownText.question,
      text: "lunch [today](https://evil.example)?",
      buttons: [meet],
    }),
    check: toCheckCard(NOT_IN_ORDER, messages),
    "check-page": toCheckCard(NO_PERMISSION, messages),
    "check-in-order": toCheckCard(IN_ORDER, messages),
    help: toHelp("channel"),
    "help-open": toOpen(toHelp("channel")),
    "help-personal": toOpen(toHelp("personal")),
    greeting: toNoticeCard({
      title: messages.greeting.title,
      text: `${messages.greeting.text}\n${messages.greeting.hint({ typed: toTyped(messages.commands.help.title, "channel") })}`,
      buttons: [{ ...meet, title: messages.meet.now }, toScheduleButton(messages)],
    }),
  };
}

export const SAMPLE_CARDS = toSampleCards(en, BERLIN);
