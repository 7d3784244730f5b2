import { atOccurrence } from "../../src/meetings/series/at-occurrence";
import type { Attendee } from "../../src/meetings/ports/online-meeting";
import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import { toChangedTimeRange } from "../../src/meetings/time-range";
import type { MeetingRequest } from "../../src/request/meeting-request";
import type { BotServices } from "../bot-services";
import { toChangeCard, type ChangeCardData } from "../cards/change-card";
import type { AdaptiveCard } from "../cards/elements/adaptive-card";
import { formatPerson } from "../cards/elements/format-request";
import { toSubject } from "../cards/elements/names";
import { formatOccurrenceDay } from "../cards/elements/recurring-time";
import { messagesFor, type Messages } from "../locales/messages";
import type { CardReply, Reply } from "../reply";
import { authorizeChange } from "../requests/permission";
import type { Turn } from "../turn/turn";
import { toPeopleNames } from "./meeting-reply";
import { listScopes } from "./series-scopes";

interface WantedMove {
  request: MeetingRequest;
  removed?: readonly Attendee[];
  /** `day` is that of the next meeting. */
  toWords: (messages: Messages, day: string) => NonNullable<ChangeCardData["words"]>;
  closes: ChangeCardData["closes"];
}

/**
 * Asks which of the meetings of a series move, for people who may move them. `undefined` where that doesn't matter, or if the
 * request names a rule.
 */
export async function askWhichToMove(
  turn: Turn,
  record: LiveRecord,
  request: MeetingRequest,
  services: BotServices,
): Promise<Reply | undefined> {
  const toWords: WantedMove["toWords"] = (messages, day) => {
    const { move } = messages.series;
    const subject = toSubject(record.meeting.subject ?? "", messages);
    return { title: move.title({ subject }), text: move.text({ day }) };
  };
  const question = toQuestion(turn, record, { request, toWords, closes: "message" }, services);
  if (!question) return undefined;
  const refusal = await authorizeChange(turn, record, services);
  if (refusal) return refusal;
  const { card, title } = question;
  const refreshUserIds = [turn.sender.id].filter((id) => id !== "");
  const shows = { record, refreshUserIds };
  return { kind: "card", card, summary: title, shows, isQuestion: true };
}

/** The same for the entries of a form, for someone who may change the meeting. Like the form, only they see it. */
export function askWhichToEdit(
  turn: Turn,
  record: LiveRecord,
  { request, removed }: Pick<WantedMove, "request" | "removed">,
  services: BotServices,
): CardReply | undefined {
  const wanted = { request, removed, toWords: toEditWords, closes: "view" } as const;
  const question = toQuestion(turn, record, wanted, services);
  if (!question) return undefined;
  const { card, title, text } = question;
  return { kind: "card", card, summary: title, form: { problems: text } };
}

function toEditWords({ editCard, series }: Messages, day: string) {
  return { title: editCard.title, text: series.edit({ day }) };
}

function toQuestion(
  { viewer }: Turn,
  record: LiveRecord,
  { request, removed = [], toWords, closes }: WantedMove,
  { tokens, now: clock }: BotServices,
): ({ card: AdaptiveCard } & ReturnType<WantedMove["toWords"]>) | undefined {
  const now = clock();
  if (!record.series || !request.time || request.recurrence) return undefined;
  const current = atOccurrence(record, now);
  const time = toChangedTimeRange(request.time, current, now);
  const scopes = listScopes(viewer, record, time, now);
  if (!scopes) return undefined;
  const { key, generation } = record;
  const reference = { key, generation };
  const { startsAt = "", endsAt = "", joinWebUrl, subject } = current.meeting;
  const messages = messagesFor(viewer.locale);
  const words = toWords(messages, formatOccurrenceDay(new Date(startsAt), viewer, messages, now));
  const card = toChangeCard(
    {
      words,
      joinWebUrl,
      now: {
        subject,
        time: { kind: "scheduled", startsAt, endsAt },
        people: toPeopleNames(record),
      },
      asked: {
        ...(request.topic && { subject: request.topic }),
        time: { kind: "scheduled", ...time },
        people: request.people.map((person) => formatPerson(person, messages)),
      },
      today: now,
      updates: scopes.map((scope) => ({
        title: scope.title,
        requestToken: tokens.request.encode({
          does: "update",
          reference,
          request: { ...request, time: { kind: "span", ...time } },
          series: scope.change,
          ...(removed.length > 0 && { removed }),
        }),
      })),
      meetingToken: tokens.meeting.encode(reference),
      closes,
    },
    viewer,
  );
  return { card, ...words };
}
