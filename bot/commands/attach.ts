import type { BotServices } from "../bot-services";
import { messagesFor } from "../locales/messages";
import { attachLink } from "../replies/attach-link";
import { detach } from "../replies/detach";
import { toNoticeReply, type CardReply } from "../reply";
import { findPastedLink, type LinkProblem } from "../requests/pasted-link";
import { parsePeopleAndRoom } from "../requests/requested-meeting";
import type { Turn } from "../turn/turn";
import type { UnlistedCommand } from "./command";

/** Makes an existing Teams meeting the conversation's, or a room's: `attach #design Weekly sync https://teams.microsoft.com/…`. */
export const attachCommand: UnlistedCommand = {
  name: "attach",
  run(turn, words, services) {
    const link = findPastedLink(words, services.settings.meetingHosts);
    if (!link.ok) return toLinkProblem(turn, link.reason);
    const { key, subject } = parseAttachment(turn, link.rest, services);
    return attachLink(turn, key, { joinWebUrl: link.joinWebUrl, subject }, services);
  },
};

/** Goes back to the meeting before the attached one. */
export const detachCommand: UnlistedCommand = {
  name: "detach",
  run: (turn, words, services) => detach(turn, parsePeopleAndRoom(turn, words, services), services),
};

/** The room, and what the meeting is called on its cards: Teams doesn't tell its name. */
export function parseAttachment(
  turn: Turn,
  words: Parameters<typeof parsePeopleAndRoom>[1],
  services: Pick<BotServices, "now">,
) {
  const { key, rest } = parsePeopleAndRoom(turn, words, services);
  return { key, subject: rest || undefined };
}

export function toLinkProblem({ viewer }: Pick<Turn, "viewer">, reason: LinkProblem): CardReply {
  const { title, text } = messagesFor(viewer.locale).attach.problems[reason];
  return toNoticeReply(title, text);
}
