import { MAX_LEAD_MINUTES } from "../../src/meetings/reminders/find-reminder";
import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import { parseLead } from "../../src/request/parse-lead";
import { parseRoom } from "../../src/request/parse-request";
import type { BotServices } from "../bot-services";
import { formatLead } from "../cards/elements/format-lead";
import { MAX_SHORT_NAME, toSubject } from "../cards/elements/names";
import { messagesFor } from "../locales/messages";
import { findLive, findLiveByReference } from "../replies/live-meeting";
import { toMeetingReply } from "../replies/meeting-reply";
import { withCardUpdate, type ToSentence } from "../replies/notices";
import { toRequestView } from "../replies/request-view";
import { toNoticeReply, type Reply } from "../reply";
import { authorizeMember } from "../requests/permission";
import { findKey } from "../requests/problem-buttons";
import { toMeetingKey, type Turn } from "../turn/turn";
import type { UnlistedCommand } from "./command";

/** Sets when people are reminded of the meeting: `remind 10`, `remind 1 hour`, `remind off`. Alone, it says when. */
export const remindCommand: UnlistedCommand = {
  name: "remind",
  async run(turn, words, services) {
    const { reminders: texts } = messagesFor(turn.viewer.locale);
    if (services.reminders.isOff) return toNoticeReply(undefined, texts.off);
    const room = parseRoom(words);
    const key = (room.ok && findKey(turn, room.request)) || toMeetingKey(turn);
    const lead = parseLead(words);
    if (lead.kind === "unclear") return toNoticeReply(undefined, texts.unclear);
    if (lead.kind === "minutes" && lead.minutes > MAX_LEAD_MINUTES) {
      return toNoticeReply(undefined, texts.tooLong);
    }
    const found = await findLive(turn, key, services);
    if (!found.ok) return found.reply;
    switch (lead.kind) {
      case "none":
        return toState(turn, found.record, services);
      case "off":
        return setLead(turn, found.record, 0, services);
      case "on":
        return setLead(turn, found.record, services.reminders.defaultMinutes, services);
      case "minutes":
        return setLead(turn, found.record, lead.minutes, services);
    }
  },
};

/** Says when people are reminded, and how to change it. */
function toState({ viewer }: Turn, record: LiveRecord, { reminders }: BotServices): Reply {
  const messages = messagesFor(viewer.locale);
  const { state, how } = messages.reminders;
  const subject = toSubject(record.meeting.subject ?? "", messages, MAX_SHORT_NAME);
  const minutes = reminders.toLeadMinutes(record);
  const text =
    minutes === 0
      ? state.off({ subject })
      : state.on({ subject, lead: formatLead(minutes, messages) });
  return toNoticeReply(undefined, `${text}\n${how}`);
}

/** For everyone, so the people who may change the meeting's time may change its reminders. */
async function setLead(
  turn: Turn,
  record: LiveRecord,
  minutes: number,
  services: BotServices,
): Promise<Reply> {
  const refusal = await authorizeMember(turn, record, services);
  if (refusal) return refusal;
  const changed = await services.reminders.set(record, minutes);
  if (!changed) {
    const found = await findLiveByReference(turn, record, services);
    return found.ok ? toState(turn, found.record, services) : found.reply;
  }
  const done: ToSentence = (messages) => {
    const name = turn.caller.name ?? messages.card.somebody;
    return minutes === 0
      ? messages.reminders.turnedOff({ name })
      : messages.reminders.set({ name, lead: formatLead(minutes, messages) });
  };
  const isStanding = !changed.isTimeGiven && !changed.series;
  const later: ToSentence = (messages) =>
    minutes > 0 && isStanding ? messages.reminders.noTime : undefined;
  const view = toRequestView(turn, { sentences: [done, later] });
  const reply = toMeetingReply(changed, view, services);
  return withCardUpdate(reply, done, services);
}
