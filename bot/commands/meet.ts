import { readTopic, type Topic } from "../../src/meetings/topic";
import type { MeetResult } from "../../src/meetings/create-meeting";
import type { BotServices } from "../bot-services";
import type { MeetingCardData } from "../cards/meeting-card-data";
import { messagesFor, type Messages } from "../locales/messages";
import { toMeetingReply } from "../meeting-reply";
import type { Reply } from "../reply";
import { toMeetingKey, type Turn } from "../turn";
import type { Command } from "./command";

/** The conversation's meeting, whoever asks: `meet`, or `meet Sprint review` to name a new one. */
export const meetCommand: Command = { name: "meet", run: meet };

export async function meet(turn: Turn, argument: string, services: BotServices): Promise<Reply> {
  const messages = messagesFor(turn.reader.locale);
  const topic = readTopic(argument);
  const { place, threadId } = turn.conversation;
  const result = await services.meet({
    key: toMeetingKey(turn),
    caller: turn.caller,
    ...(place === "channel" && { channelThreadId: threadId }),
    subject: topic.text || toDefaultSubject(turn, messages),
  });
  const { wasCreated, linkChange } = result;
  services.log.info({ place, wasCreated, linkChange }, "a meeting was asked for");
  return toMeetingReply(result.record, turn, services, toNotice(result, topic, messages));
}

function toDefaultSubject({ conversation, channelName }: Turn, messages: Messages): string {
  const { namedChannel, subjects } = messages.meet;
  return channelName ? namedChannel({ name: channelName }) : subjects[conversation.place];
}

function toNotice(
  { record, linkChange }: MeetResult,
  topic: Topic,
  { meet: words }: Messages,
): MeetingCardData["notice"] {
  const isTopicUnused = topic.text !== "" && topic.text !== record.meeting.subject;
  const sentences = [
    linkChange === "organizer-replaced" && words.organizerReplaced({ name: record.organizer.name }),
    linkChange === "meeting-gone" && words.meetingGone,
    isTopicUnused && words.topicUnused({ topic: topic.text }),
    topic.wasCut && !isTopicUnused && words.topicCut,
  ].filter((sentence) => sentence !== false);
  if (sentences.length === 0) return undefined;
  return { tone: "info", text: sentences.join("\n") };
}
