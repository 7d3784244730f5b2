import { readRequestedName } from "../requests/requested-meeting";
import { toNoticeReply } from "../reply";
import { changeForEverybody } from "../replies/change-for-everybody";
import { findLive } from "../replies/live-meeting";
import { messagesFor } from "../locales/messages";
import { withoutLinkingWords } from "../requests/linking-words";
import type { Command } from "./command";

/** Another name for the meeting, for everybody. */
export const renameCommand: Command = {
  name: "rename",
  async run(turn, words, services) {
    const asked = readRequestedName(turn, withoutLinkingWords(words));
    if (!asked.ok) return asked.reply;
    const { topic, wasTopicCut } = asked.request;
    if (topic === "")
      return toNoticeReply(undefined, messagesFor(turn.viewer.locale).rename.noName);
    const found = await findLive(turn, asked.key, services);
    if (!found.ok) return found.reply;
    return changeForEverybody(
      turn,
      found.record,
      {
        change: { subject: topic },
        announce: "renamed",
        sentences: [({ meet }) => (wasTopicCut ? meet.topicCut : undefined)],
      },
      services,
    );
  },
};
