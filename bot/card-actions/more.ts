import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import type { MeetingRequest } from "../../src/request/meeting-request";
import { toBareRequest } from "../requests/requested-meeting";
import type { BotServices } from "../bot-services";
import { askToCancel } from "../commands/cancel";
import { askForNew } from "../commands/new";
import { showOptions } from "../commands/options";
import { findLiveByReference } from "../replies/live-meeting";
import type { Reply } from "../reply";
import type { Turn } from "../turn/turn";
import { openOwnReference, rejectButton, type CardAction } from "./card-action";

type Answer = (
  turn: Turn,
  record: LiveRecord,
  asked: { request: MeetingRequest; back: "refresh" },
  services: BotServices,
) => Promise<Reply>;

/** What stands behind “…” on a meeting's card. It is shown to who pressed it alone, in the card's place. */
export const moreActions: readonly CardAction[] = [
  { verb: "new", isForEveryone: false, run: forMeeting(askForNew) },
  { verb: "cancel", isForEveryone: false, run: forMeeting(askToCancel) },
  { verb: "options", isForEveryone: false, run: forMeeting(showOptions) },
];

function forMeeting(answer: Answer): CardAction["run"] {
  return async (turn: Turn, data: unknown, services: BotServices) => {
    const reference = openOwnReference(turn, data, services);
    if (!reference) return rejectButton(turn);
    const found = await findLiveByReference(turn, reference, services);
    if (!found.ok) return found.reply;
    const request = toBareRequest(reference.key);
    return answer(turn, found.record, { request, back: "refresh" }, services);
  };
}
