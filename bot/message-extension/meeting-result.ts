import { toMeetingReply } from "../replies/meeting-reply";
import { toRequestView } from "../replies/request-view";
import type { BotServices } from "../bot-services";
import type { BotPresence } from "../requests/bot-presence";
import { isElsewhere, type Turn } from "../turn/turn";
import type { ExtensionResult } from "./extension-reply";
import { toListing, type ListedMeeting } from "./listing";

/** A meeting to choose; its card has the buttons that work where it will stand. */
export function toMeetingResult(
  turn: Turn,
  listed: ListedMeeting,
  presence: BotPresence,
  services: BotServices,
): ExtensionResult {
  const { record } = listed;
  const view = {
    ...toRequestView(turn, { sentences: [] }),
    isWithoutBot: presence !== "present",
    isElsewhere: isElsewhere(turn, record.key),
  };
  const { card } = toMeetingReply(record, view, services);
  return { card, preview: toListing(turn, listed, services) };
}
