import { isGone } from "../../src/errors";
import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import type { MeetingOptions } from "../../src/meetings/ports/online-meeting";
import { readRequestedName } from "../requests/requested-meeting";
import type { BotServices } from "../bot-services";
import { toOptionsCard } from "../cards/options-card";
import { findLive, toGoneReply } from "../replies/live-meeting";
import { messagesFor } from "../locales/messages";
import { authorizeAsOrganizer } from "../requests/permission";
import type { Reply } from "../reply";
import type { Turn } from "../turn/turn";
import type { Command } from "./command";

/** Who waits in the lobby, who can present, whether there is a chat and a recording: a form. */
export const optionsCommand: Command = {
  name: "options",
  async run(turn, words, services) {
    const asked = readRequestedName(turn, words);
    if (!asked.ok) return asked.reply;
    const found = await findLive(turn, asked.key, services);
    return found.ok ? showOptions(turn, found.record, { back: "keep" }, services) : found.reply;
  },
};

export async function showOptions(
  turn: Turn,
  record: LiveRecord,
  { back }: { back: "keep" | "refresh" },
  services: BotServices,
): Promise<Reply> {
  const refusal = await authorizeAsOrganizer(turn, record, services);
  if (refusal) return refusal;
  const options = await findOptions(turn, record, services);
  if (!options) return toGoneReply(turn, record.key, services);
  const messages = messagesFor(turn.viewer.locale);
  const { key, generation, meeting } = record;
  const card = toOptionsCard(
    {
      subject: meeting.subject ?? "",
      options,
      meetingToken: services.tokens.meeting.encode({ key, generation }),
      back,
    },
    messages,
  );
  return { kind: "card", card, summary: messages.optionsCard.title };
}

/** As they are at Graph; `undefined` where it has lost the meeting. */
async function findOptions(
  { caller }: Turn,
  record: LiveRecord,
  services: BotServices,
): Promise<MeetingOptions | undefined> {
  try {
    return await services.meetings.readOptions(record, caller);
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}
