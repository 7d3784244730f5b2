import { isExpired } from "../../src/meetings/tokens/request-token";
import { readOffer } from "../card-actions/card-action";
import { messagesFor } from "../locales/messages";
import { isJoinable } from "../reply";
import { findBotPresence } from "../requests/bot-presence";
import { isPast } from "../requests/problem-reply";
import type { ExtensionHandler } from "./extension-handler";
import { toInsertedResult } from "./meeting-result";
import { meetInTime, toLateOutcome } from "./present-meeting";

/** Runs `meet` when someone chooses a search result that offers to create a meeting. */
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
    if (isPast(request, services.now())) {
      const { past } = messagesFor(turn.viewer.locale).problems;
      return { kind: "text", text: `${past.title} · ${past.text}` };
    }

    const recalling = findBotPresence(turn, services, "recall");
    const early = await meetInTime(turn, key, request, tools);
    const presence = await recalling;
    if (!early && presence !== "present") return { kind: "text", text: search.slow };
    const reply = early ?? (await toLateOutcome(turn, key, services)).reply;
    if (reply.kind === "error") return { kind: "text", text: reply.text };
    const { card, summary, shows } = reply;
    const result =
      shows && isJoinable(shows.record)
        ? toInsertedResult(turn, shows.record, reply, presence, services)
        : { card, preview: { title: summary, text: "" } };
    return { kind: "results", results: [result] };
  },
};
