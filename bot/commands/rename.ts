import { messagesFor, type Messages } from "../locales/messages";
import { changeForEverybody } from "../replies/change-for-everybody";
import { findLive } from "../replies/live-meeting";
import { toNoticeReply } from "../reply";
import { parseRequestedName, withoutLinkingWords } from "../requests/requested-meeting";
import type { Command } from "./command";

/** Gives the meeting another name. */
export const renameCommand: Command = {
  name: "rename",
  async run(turn, words, services) {
    const requested = parseRequestedName(turn, withoutLinkingWords(words));
    if (!requested.ok) return requested.reply;
    const { topic, wasTopicCut } = requested.request;
    if (topic === "") {
      return toNoticeReply(undefined, messagesFor(turn.viewer.locale).rename.noName);
    }
    const found = await findLive(turn, requested.key, services);
    if (!found.ok) return found.reply;
    const sentences = [({ meet }: Messages) => (wasTopicCut ? meet.topicCut : undefined)];
    const wanted = { change: { subject: topic }, announce: "renamed", sentences } as const;
    return changeForEverybody(turn, found.record, wanted, services);
  },
};
