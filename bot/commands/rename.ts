import type { Messages } from "../locales/messages";
import { changeForEverybody } from "../replies/change-for-everybody";
import { findLive } from "../replies/live-meeting";
import { askForValue } from "../requests/problem-reply";
import { withoutLinkingWords } from "../requests/linking-words";
import { parseRequestedName } from "../requests/requested-meeting";
import type { ResumableCommand } from "./command";

/** Gives the meeting another name. */
export const renameCommand: ResumableCommand = {
  name: "rename",
  run(turn, typed, services) {
    const words = withoutLinkingWords(typed);
    const requested = parseRequestedName(turn, words, services);
    return requested.ok ? renameCommand.resume(turn, requested, services) : requested.reply;
  },
  resume: async (turn, { key, request }, services) => {
    const { topic, wasTopicCut } = request;
    const found = await findLive(turn, key, services, request);
    if (!found.ok) return found.reply;
    if (topic === "") {
      const { subject = "" } = found.record.meeting;
      const field = { kind: "name", value: subject } as const;
      return askForValue(turn, { command: "rename", key, request }, subject, field, services);
    }
    const sentences = [({ meet }: Messages) => (wasTopicCut ? meet.topicCut : undefined)];
    const wanted = { change: { subject: topic }, announce: "renamed", sentences } as const;
    return changeForEverybody(turn, found.record, wanted, services);
  },
};
