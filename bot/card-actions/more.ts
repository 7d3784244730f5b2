import { toBareRequest } from "../../src/request/meeting-request";
import { askToCancel } from "../commands/cancel";
import type { MeetingQuestion } from "../commands/command";
import { askForNew } from "../commands/new";
import { showOptions } from "../commands/options";
import { findPressed, type CardAction } from "./card-action";

/** The “…” menu of a meeting's card. The question replaces the card only for the person who opened the menu. */
export const moreActions: readonly CardAction[] = [
  { verb: "new", isForEveryone: false, run: toAction(askForNew) },
  { verb: "cancel", isForEveryone: false, run: toAction(askToCancel) },
  { verb: "options", isForEveryone: false, run: toAction(showOptions) },
];

function toAction(ask: MeetingQuestion): CardAction["run"] {
  return async (turn, data, services) => {
    const found = await findPressed(turn, data, services);
    if (!found.ok) return found.reply;
    const request = toBareRequest(found.reference.key);
    return ask(turn, found.record, { request, back: "refresh" }, services);
  };
}
