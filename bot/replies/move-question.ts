import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import { atOccurrence } from "../../src/meetings/series/at-occurrence";
import { toChangedTimeRange } from "../../src/meetings/time-range";
import type { MeetingRequest } from "../../src/request/meeting-request";
import type { BotServices } from "../bot-services";
import { toChangeCard } from "../cards/change-card";
import { toSubject } from "../cards/elements/names";
import { formatOccurrenceDay } from "../cards/elements/recurring-time";
import { messagesFor } from "../locales/messages";
import type { Reply } from "../reply";
import { authorizeChange } from "../requests/permission";
import type { Turn } from "../turn/turn";
import { listScopes } from "./series-scopes";

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
  const now = services.now();
  if (!record.series || !request.time || request.recurrence) return undefined;
  const current = atOccurrence(record, now);
  const time = toChangedTimeRange(request.time, current, now);
  const scopes = listScopes(turn.viewer, record, time, now);
  if (!scopes) return undefined;
  const refusal = await authorizeChange(turn, record, services);
  if (refusal) return refusal;
  const { viewer, sender } = turn;
  const { tokens } = services;
  const messages = messagesFor(viewer.locale);
  const { key, generation } = record;
  const { startsAt = "", endsAt = "", joinWebUrl, subject = "" } = current.meeting;
  const reference = { key, generation };
  const { move } = messages.series;
  const title = move.title({ subject: toSubject(subject, messages) });
  const day = formatOccurrenceDay(new Date(startsAt), viewer, messages, now);
  const card = toChangeCard(
    {
      words: { title, text: move.text({ day }) },
      joinWebUrl,
      now: { time: { kind: "scheduled", startsAt, endsAt } },
      asked: { time: { kind: "scheduled", ...time } },
      today: now,
      updates: scopes.map((scope) => ({
        title: scope.title,
        requestToken: tokens.request.encode({
          does: "update",
          reference,
          request: { ...request, time: { kind: "span", ...time } },
          series: scope.change,
        }),
      })),
      meetingToken: tokens.meeting.encode(reference),
    },
    viewer,
  );
  const refreshUserIds = [sender.id].filter((id) => id !== "");
  const shows = { record, refreshUserIds };
  return { kind: "card", card, summary: title, shows, isQuestion: true };
}
