import type { AppError } from "../../src/errors";
import type { MeetingCardData } from "../cards/meeting-card-data";
import { toNoticeCard } from "../cards/notice-card";
import { messagesFor, type Messages } from "../locales/messages";
import { toMeetingReply } from "../meeting-reply";
import type { Reply } from "../reply";
import { openReference, refuseButton, type CardAction } from "./card-action";

/** The meeting as it is now, for who pressed Refresh or only looked at the card; creates nothing, ever. */
export const refreshAction: CardAction = {
  verb: "refresh",
  isForEverybody: false,
  async run(turn, data, services) {
    const reference = openReference(data, services);
    if (!reference) return refuseButton(turn);
    const messages = messagesFor(turn.reader.locale);
    const result = await services.refreshMeeting(reference);
    if (!result.ok) return toWords(messages.refresh[result.reason]);

    if (result.problem) {
      const { code, details } = result.problem;
      services.log.warn({ code, ...details }, "a refresh shows the meeting as last seen");
    }
    return toMeetingReply(result.record, turn, services, toNotice(result, messages));
  },
};

function toNotice(
  { isSuperseded, problem }: { isSuperseded: boolean; problem?: AppError },
  { refresh }: Messages,
): MeetingCardData["notice"] {
  if (problem?.code === "meeting_gone") return { tone: "attention", text: refresh.gone };
  if (problem) return { tone: "attention", text: refresh.notChecked };
  if (isSuperseded) return { tone: "info", text: refresh.superseded };
  return undefined;
}

function toWords(text: string): Reply {
  return { kind: "card", card: toNoticeCard({ text }), summary: text };
}
