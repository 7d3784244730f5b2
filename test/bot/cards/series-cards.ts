import type { AdaptiveCard } from "../../../bot/cards/elements/adaptive-card";
import {
  formatOccurrenceDay,
  type RecurringTime,
} from "../../../bot/cards/elements/recurring-time";
import { toChangeCard } from "../../../bot/cards/change-card";
import { toEditCard } from "../../../bot/cards/edit-card";
import { toScheduleCard } from "../../../bot/cards/schedule-card";
import type { Messages } from "../../../bot/locales/messages";
import type { Viewer } from "../../../bot/turn/viewer";
import type { Recurrence } from "../../../src/request/recurrence";
import { change, editForm, FILLED_FORM, invite, meeting, NOW, toMeetingCard } from "./sample-data";

const WEEKDAYS: Recurrence = {
  frequency: "weekly",
  interval: 1,
  weekdays: [1, 2, 3, 4, 5],
  timeZone: "Europe/Berlin",
};
const LONGEST: Recurrence = {
  frequency: "weekly",
  interval: 2,
  weekdays: [2, 3, 4],
  until: "2027-06-30",
  timeZone: "America/New_York",
};
const FIRST = { startsAt: "2026-03-02T08:30:00Z", endsAt: "2026-03-02T08:45:00Z" };
const NEXT = { startsAt: "2026-03-03T08:30:00Z", endsAt: "2026-03-03T08:45:00Z" };
const DAILY: RecurringTime = {
  kind: "recurring",
  recurrence: WEEKDAYS,
  byRule: FIRST,
  ...FIRST,
  ruleStartsAt: FIRST.startsAt,
};
const SERIES = { subject: "Sprint review", people: invite("Ana Silva", "Bo Nilsson") };

/** Cards of meetings that repeat, by the name of their screenshot. */
export function toSeriesCards(messages: Messages, viewer: Viewer): Record<string, AdaptiveCard> {
  const toCard = (time: Partial<RecurringTime>, changes: Parameters<typeof meeting>[0] = {}) =>
    toMeetingCard(meeting({ ...SERIES, time: { ...DAILY, ...time }, ...changes }), viewer);
  const { only, all, stop } = messages.series.buttons;
  const day = formatOccurrenceDay(new Date(FIRST.startsAt), viewer, messages, NOW);
  return {
    series: toCard({}),
    "series-in-progress": toCard(
      { ...FIRST },
      {
        now: new Date("2026-03-02T08:35:00Z"),
        live: { kind: "in-progress", startedAt: "2026-03-02T08:31:00Z", peopleCount: 4 },
      },
    ),
    "series-skipped": toCard({ ...NEXT, skipped: [FIRST.startsAt] }),
    "series-moved": toCard({
      startsAt: "2026-03-02T09:00:00Z",
      endsAt: "2026-03-02T09:15:00Z",
      isMoved: true,
    }),
    "series-paused": toCard({ isPaused: true, startsAt: undefined, endsAt: undefined }),
    "series-longest": toCard({
      recurrence: LONGEST,
      startsAt: "2026-03-03T14:30:00Z",
      endsAt: "2026-03-03T15:00:00Z",
      byRule: { startsAt: "2026-03-03T14:30:00Z", endsAt: "2026-03-03T15:00:00Z" },
    }),
    "series-question": toChangeCard(
      change({
        words: {
          title: messages.series.move.title({ subject: "Sprint review" }),
          text: messages.series.move.text({ day }),
        },
        now: { time: { kind: "scheduled", ...FIRST } },
        asked: { time: { kind: "scheduled", ...NEXT } },
        updates: [only({ day }), all, stop].map((title) => ({ title, requestToken: "Q" })),
      }),
      viewer,
    ),
    "series-edit": toEditCard(
      editForm({
        form: { ...FILLED_FORM, repeat: "own", addresses: "", room: "" },
        rules: { series: { recurrence: LONGEST, startsAt: FIRST.startsAt } },
      }),
      viewer,
    ),
    "series-custom": toScheduleCard(
      { form: { ...FILLED_FORM, repeat: "other" }, problems: [], now: NOW },
      viewer,
    ),
    attached: toMeetingCard(
      meeting({
        subject: "Sprint review",
        time: { kind: "unknown" },
        organizerName: undefined,
        attached: { byName: "Ada Lovelace" },
      }),
      viewer,
    ),
    "attached-in-progress": toMeetingCard(
      meeting({
        subject: "",
        time: { kind: "unknown" },
        organizerName: undefined,
        attached: { isOfChat: true },
        belongsTo: "meeting-chat",
        live: { kind: "in-progress", startedAt: "2026-03-01T08:31:00Z", peopleCount: 1 },
      }),
      viewer,
    ),
  };
}
