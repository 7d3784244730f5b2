import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import type { SeriesChange } from "../../src/meetings/series/series-change";
import type { BotServices } from "../bot-services";
import { formatOccurrenceDays } from "../cards/elements/recurring-time";
import { toSubject } from "../cards/elements/names";
import { messagesFor } from "../locales/messages";
import { toNoticeReply, type Reply } from "../reply";
import { authorizeChange } from "../requests/permission";
import type { Turn } from "../turn/turn";
import { applyChange } from "./change-for-everybody";
import { toMeetingReply } from "./meeting-reply";
import type { ToSentence } from "./notices";
import { toRequestView } from "./request-view";

type SkipOrPause = Extract<SeriesChange, { kind: "skip" | "unskip" | "pause" | "resume" }>;

/**
 * Skips or restores meetings of a series, or pauses or resumes the series, if the caller is allowed to. The card then
 * offers the way back.
 */
export async function changeSeries(
  turn: Turn,
  record: LiveRecord,
  change: SkipOrPause,
  services: BotServices,
): Promise<Reply> {
  const refusal = await authorizeChange(turn, record, services);
  if (refusal) return refusal;
  const announce = describeSeriesChange(turn, change, services);
  return applyChange(turn, record, { change: { series: change }, announce }, services);
}

function describeSeriesChange(
  { caller, viewer }: Turn,
  change: SkipOrPause,
  { now }: Pick<BotServices, "now">,
): ToSentence {
  const at = now();
  return (messages) => {
    const { done } = messages.series;
    const name = caller.name ?? messages.card.somebody;
    if (!("ruleStartsAts" in change)) {
      return change.kind === "pause" ? done.paused({ name }) : done.resumed({ name });
    }
    const day = formatOccurrenceDays(change.ruleStartsAts, viewer, messages, at);
    return change.kind === "skip" ? done.skipped({ name, day }) : done.restored({ name, day });
  };
}

/** The meeting as it is, with the reason why it isn't changed, if people have to know it. */
export function showUnchanged(
  turn: Turn,
  record: LiveRecord,
  reason: ToSentence,
  services: BotServices,
): Reply {
  const view = toRequestView(turn, { sentences: [reason], isLook: true });
  return toMeetingReply(record, view, services);
}

/** For a meeting that doesn't repeat. */
export function toOnceReply({ viewer }: Turn, { meeting }: LiveRecord): Reply {
  const messages = messagesFor(viewer.locale);
  const subject = toSubject(meeting.subject ?? "", messages);
  return toNoticeReply(undefined, messages.series.once({ subject }));
}
