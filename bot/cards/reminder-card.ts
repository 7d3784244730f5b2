import type { TimeRange } from "../../src/meetings/record/meeting-record";
import { messagesFor, type Messages } from "../locales/messages";
import type { Viewer } from "../turn/viewer";
import { MAX_CARD_BYTES, toBytes, toCard, type AdaptiveCard } from "./elements/adaptive-card";
import { toActionRow, toJoinAction, toOpenableLink } from "./elements/card-button";
import { formatLead } from "./elements/format-lead";
import { MAX_SHORT_NAME, toSubject } from "./elements/names";
import { SMALL_PRINT, toHeading, toTextLine } from "./elements/text-line";
import { toMentionedPeople, toMentionLine, type Mention } from "./meeting/mentions";
import { formatMeetingTime, toTimeLine } from "./meeting/time-lines";

export interface ReminderCardData {
  subject: string;
  joinWebUrl: string;
  /** The start that people are reminded of, and its end. */
  time: TimeRange;
  /** In order of importance: a card has space for some dozens. */
  mentions: readonly Mention[];
  now: Date;
}

const MINUTE_MS = 60_000;
/** For the line of mentions, in addition to the names in it. */
const RESERVED_BYTES = 1_000;

/** "Stand-up starts in 5 minutes", with Join and the people who were invited. */
export function toReminderCard(
  { subject, joinWebUrl, time, mentions, now }: ReminderCardData,
  viewer: Viewer,
): { card: AdaptiveCard; summary: string } {
  const messages = messagesFor(viewer.locale);
  const summary = formatReminder(subject, time.startsAt, now, messages);
  const joinUrl = toOpenableLink(joinWebUrl);
  const { startsAt, endsAt } = time;
  const when =
    endsAt && formatMeetingTime({ kind: "scheduled", startsAt, endsAt }, viewer, messages, now);
  const start = [toHeading(summary), ...toTimeLine(when || undefined)];
  const buttons = joinUrl ? [toActionRow([toJoinAction(joinUrl, messages, "positive")])] : [];
  const maxBytes = MAX_CARD_BYTES - RESERVED_BYTES - toBytes([start, buttons]);
  const mentioned = toMentionedPeople(mentions, maxBytes, messages);
  const body = [...start, ...toMentionLine(mentioned, [], messages), ...buttons];
  const card = {
    ...toCard(body, [summary], joinUrl),
    ...(mentioned.length > 0 && {
      msteams: { entities: mentioned.map(({ entity }) => entity) },
    }),
  };
  return { card, summary };
}

/** Replaces a reminder that can't be deleted. */
export function toPastReminderCard(subject: string, { locale }: Pick<Viewer, "locale">) {
  const messages = messagesFor(locale);
  const name = toSubject(subject, messages, MAX_SHORT_NAME);
  const summary = messages.reminders.past({ subject: name });
  return { card: toCard([toTextLine(summary, SMALL_PRINT, "None")], [summary]), summary };
}

/** Says when the meeting starts, seen from now: a reminder can be late. */
function formatReminder(subject: string, startsAt: string, now: Date, messages: Messages): string {
  const { startsIn, startsNow, started } = messages.reminders;
  const name = toSubject(subject, messages, MAX_SHORT_NAME);
  const minutes = Math.round((Date.parse(startsAt) - now.getTime()) / MINUTE_MS);
  if (minutes > 0) return startsIn({ subject: name, lead: formatLead(minutes, messages) });
  return minutes === 0
    ? startsNow({ subject: name })
    : started({ subject: name, time: formatLead(-minutes, messages) });
}
