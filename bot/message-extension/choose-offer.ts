import { toGeneration } from "../../src/meetings/find-meeting";
import { isExpired } from "../../src/meetings/tokens/request-token";
import { readOffer } from "../card-actions/card-action";
import { messagesFor } from "../locales/messages";
import { toStillPreparingReply } from "../replies/live-meeting";
import type { CardReply } from "../reply";
import { findBotPresence } from "../requests/bot-presence";
import { rejectPastTime } from "../requests/requested-meeting";
import type { ExtensionHandler, ExtensionReply } from "./extension-handler";
import { toInsertedResult } from "./meeting-result";
import { meetInTime } from "./present-meeting";

/** Does `meet` when someone chooses the search result that offered it to them. */
export const chooseOffer: ExtensionHandler = {
  async run(turn, value, tools) {
    const { services } = tools;
    const { search } = messagesFor(turn.viewer.locale);
    const offer = readOffer(turn, value, services);
    if (offer?.does !== "meet" || offer.restriction?.requestedBy.aadId !== turn.caller.aadId) {
      return { kind: "text", text: search.notOurs };
    }
    const { key } = offer.reference;
    const { request, restriction } = offer;
    if (isExpired(restriction, services.now())) return { kind: "text", text: search.expired };
    const past = rejectPastTime(turn, request, services);
    if (past) return { kind: "text", text: past.text };

    const recalling = findBotPresence(turn, services, "recall");
    const reply = await meetInTime(turn, key, request, tools);
    const presence = await recalling;
    if (reply?.kind === "error") return { kind: "text", text: reply.text };
    if (reply) {
      const record = reply.shows?.record;
      if (record?.state !== "live") return toNamedResult(reply);
      const result = toInsertedResult(turn, record, reply, presence, services);
      return { kind: "results", results: [result] };
    }
    if (presence !== "present") return { kind: "text", text: search.slow };
    const generation = toGeneration(await services.meetings.findMeeting(key));
    return toNamedResult(toStillPreparingReply(turn, { key, generation }, services));
  },
};

function toNamedResult({ card, summary }: CardReply): ExtensionReply {
  return { kind: "results", results: [{ card, preview: { title: summary, text: "" } }] };
}
