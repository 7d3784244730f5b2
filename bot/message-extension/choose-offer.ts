import { toGeneration } from "../../src/meetings/find-meeting";
import type { MeetingKey } from "../../src/meetings/record/meeting-key";
import { isExpired, type MeetingOffer } from "../../src/meetings/tokens/request-token";
import { toStillPreparingReply } from "../replies/live-meeting";
import { toMeetingReply } from "../replies/meeting-reply";
import { toInfo } from "../replies/notices";
import type { BotServices } from "../bot-services";
import { meet } from "../commands/meet";
import { messagesFor, type Messages } from "../locales/messages";
import type { CardReply, Reply } from "../reply";
import { rejectPastTime } from "../requests/requested-meeting";
import { recallBotPresence, type BotPresence } from "../requests/bot-presence";
import { openOffer } from "../card-actions/card-action";
import type { Turn } from "../turn/turn";
import type { ExtensionHandler, ExtensionTools } from "./extension-handler";
import type { ExtensionReply } from "./extension-reply";
import { toListing } from "./listing";

/** What was offered in answer to what somebody typed: `meet`, once they choose it. */
export const chooseOffer: ExtensionHandler = {
  async answer(turn, value, tools) {
    const { services } = tools;
    const { search } = messagesFor(turn.viewer.locale);
    const offer = openOffer(turn, value, services);
    if (!offer || !isOfferedTo(turn, offer)) return { kind: "words", text: search.notOurs };
    const { restriction, request } = offer;
    if (!restriction || isExpired(restriction, services.now())) {
      return { kind: "words", text: search.expired };
    }
    const past = rejectPastTime(turn, request, services);
    return past ? { kind: "words", text: past.text } : meetInTime(turn, offer, tools);
  },
};

function isOfferedTo({ caller }: Turn, { does, restriction }: MeetingOffer): boolean {
  return does === "meet" && restriction?.requestedBy.aadId === caller.aadId;
}

async function meetInTime(
  turn: Turn,
  { reference: { key }, request }: MeetingOffer,
  tools: ExtensionTools,
): Promise<ExtensionReply> {
  const { services } = tools;
  const known = recallBotPresence(turn, services);
  const pending = meet(turn, key, request, services);
  const reply = await tools.inTime(pending);
  const presence = await known;
  if (reply) {
    tools.follow(reply);
    return toResults(turn, reply, presence, services);
  }
  services.waitUntil(pending.then((late) => tools.follow(late)));
  return toLater(turn, key, presence, services);
}

/** The message is the person's: where the bot is not, the card may hold no button of ours. */
function toResults(
  turn: Turn,
  reply: Reply,
  presence: BotPresence,
  services: BotServices,
): ExtensionReply {
  if (reply.kind === "error") return { kind: "words", text: reply.text };
  const { shows } = reply;
  if (shows?.record.state !== "live") return { kind: "results", results: [toNamed(reply)] };
  const { record } = shows;
  const preview = toListing(turn, { record }, services);
  if (presence === "present") return { kind: "results", results: [{ ...reply, preview }] };
  const { viewer } = turn;
  const { refreshUserIds, notice, understood } = shows;
  const bare = toMeetingReply(
    record,
    {
      viewer,
      refreshUserIds,
      ...(reply.isQuestion
        ? { notice: toInfo(tellUnchanged(presence)) }
        : { ...(notice && { notice }), ...(understood && { understood }) }),
      isWithoutBot: true,
    },
    services,
  );
  return { kind: "results", results: [{ card: bare.card, preview }] };
}

/** Nobody could answer the question whether it shall be changed. */
function tellUnchanged(presence: BotPresence) {
  return ({ search }: Messages) =>
    presence === "impossible" ? search.unchanged.own : search.unchanged.conversation;
}

async function toLater(
  turn: Turn,
  key: MeetingKey,
  presence: BotPresence,
  services: BotServices,
): Promise<ExtensionReply> {
  if (presence !== "present") {
    return { kind: "words", text: messagesFor(turn.viewer.locale).search.slow };
  }
  const generation = toGeneration(await services.meetings.findMeeting(key));
  const preparing = toStillPreparingReply(turn, { key, generation }, services);
  return { kind: "results", results: [toNamed(preparing)] };
}

function toNamed({ card, summary }: CardReply) {
  return { card, preview: { title: summary, text: "" } };
}
