import { randomUUID } from "node:crypto";
import { toGeneration } from "../../src/meetings/find-meeting";
import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import type { MeetingRequest } from "../../src/request/meeting-request";
import {
  PREVIEW_MS,
  restrictTo,
  type MeetingPreview,
} from "../../src/meetings/tokens/request-token";
import type { MeetingReference } from "../../src/meetings/tokens/meeting-token";
import { toStillPreparingReply } from "../replies/live-meeting";
import { toMeetingReply } from "../replies/meeting-reply";
import type { BotServices } from "../bot-services";
import { PREVIEW_DATA, toInstallCard } from "../cards/install-card";
import { meet } from "../commands/meet";
import { messagesFor } from "../locales/messages";
import type { CardReply, Reply } from "../reply";
import { toBareRequest } from "../requests/requested-meeting";
import { findBotPresence, type BotPresence } from "../requests/bot-presence";
import { toMeetingKey, type Turn } from "../turn/turn";
import { withButtonData } from "./dialog-card";
import type { ExtensionTools } from "./extension-handler";
import type { ExtensionReply, ExtensionResult } from "./extension-reply";
import { toListing } from "./listing";
import { toPreviewedReply } from "./previewed-reply";
import { toDialog } from "./reply-dialog";

/** Where something was pressed, and after what. */
export interface Occasion {
  /** Teams has just added the bot, or has tried: it is not asked for again. */
  isJustInstalled: boolean;
  /** There is no preview there. */
  isFromCommandBox: boolean;
}

type Submission = Pick<MeetingPreview, "request" | "entered">;

/** What `meet` does with a request, shown where it can be sent from; in time, also where Graph is not. */
export async function submitRequest(
  turn: Turn,
  { request, entered }: Submission,
  occasion: Occasion,
  tools: ExtensionTools,
): Promise<ExtensionReply> {
  const { services } = tools;
  const presence = findBotPresence(turn, services);
  const asked = meet(turn, toMeetingKey(turn, request.room), request, services);
  const reply = await tools.inTime(asked);
  const known = (await tools.inTime(presence)) ?? "unknown";
  if (reply) return present(turn, reply, { presence: known, request, entered, ...occasion }, tools);
  services.waitUntil(asked.then(tools.follow));
  return presentLate(turn, { presence: known, request, entered, ...occasion }, tools);
}

/** A preview that could not be shown when it was made: of a meeting that was settled then Graph is not asked again. */
export async function resumePreview(
  turn: Turn,
  { reference, request, entered, isSettled }: MeetingPreview,
  occasion: Occasion,
  tools: ExtensionTools,
): Promise<ExtensionReply> {
  const found = isSettled && (await tools.services.meetings.findByReference(reference));
  if (found && !found.ok && found.reason === "cancelled") {
    return { kind: "words", text: messagesFor(turn.viewer.locale).preview.cancelled };
  }
  if (!found || !found.ok) return submitRequest(turn, { request, entered }, occasion, tools);
  const presence = (await tools.inTime(findBotPresence(turn, tools.services))) ?? "unknown";
  const reply = await toPreviewedReply(turn, found.stored.record, request, tools.services);
  return present(turn, reply, { presence, request, entered, ...occasion }, tools);
}

/**
 * The answer of a button that was pressed in a dialog.
 *
 * @param asked The request in the pressed button.
 */
export async function presentReply(
  turn: Turn,
  reply: Reply,
  asked: MeetingRequest | undefined,
  occasion: Occasion,
  tools: ExtensionTools,
): Promise<ExtensionReply> {
  const presence = (await tools.inTime(findBotPresence(turn, tools.services))) ?? "unknown";
  const room = reply.kind === "card" ? reply.shows?.record.key.room : undefined;
  const request = asked ?? toBareRequest(toMeetingKey(turn, room));
  return present(
    turn,
    reply,
    { presence, request, entered: room ? { room } : {}, ...occasion },
    tools,
  );
}

interface Shown extends Submission, Occasion {
  presence: BotPresence;
}

function present(turn: Turn, reply: Reply, asked: Shown, tools: ExtensionTools): ExtensionReply {
  const { services, follow } = tools;
  if (reply.kind === "error") return { kind: "words", text: reply.text };
  follow(reply);
  const record = reply.shows?.record;
  if (!record || record.state !== "live" || reply.isQuestion) return toDialog(turn, reply);
  const shown = { ...asked, presence: toKnownPresence(asked.presence, record) };
  const { key, generation } = record;
  const token = encodePreview(turn, { key, generation }, { ...shown, isSettled: true }, services);
  switch (toWay(shown)) {
    case "preview":
      return { kind: "preview", reply: withPreview(reply, token) };
    case "install":
      return toInstallDialog(turn, token);
    case "insert":
      return { kind: "results", results: [toResult(turn, record, reply, shown, services)] };
  }
}

/** Where Teams does not say just now whether the bot is there, its own messages do. */
function toKnownPresence(presence: BotPresence, { cards, removedAt }: LiveRecord): BotPresence {
  const hasPosted = cards !== undefined && cards.length > 0 && removedAt === undefined;
  return presence === "unknown" && hasPosted ? "present" : presence;
}

/** By the preview the bot posts the card; where it cannot be, the person inserts it. */
function toWay({
  presence,
  isJustInstalled,
  isFromCommandBox,
}: Shown): "preview" | "install" | "insert" {
  if (isFromCommandBox) return "insert";
  if (presence === "present") return "preview";
  return presence === "absent" && !isJustInstalled ? "install" : "insert";
}

/** Graph is still at it: the card that the bot posts becomes the meeting's, and a dialog has it at the next press. */
async function presentLate(
  turn: Turn,
  shown: Shown,
  tools: ExtensionTools,
): Promise<ExtensionReply> {
  const { services } = tools;
  const key = toMeetingKey(turn, shown.request.room);
  const reference = { key, generation: toGeneration(await services.meetings.findMeeting(key)) };
  const token = encodePreview(turn, reference, { ...shown, isSettled: false }, services);
  const reply = withPreview(toStillPreparingReply(turn, reference, services), token);
  return toWay(shown) === "preview" ? { kind: "preview", reply } : toDialog(turn, reply);
}

function toInstallDialog({ viewer }: Turn, requestToken: string): ExtensionReply {
  const messages = messagesFor(viewer.locale);
  const card = toInstallCard(requestToken, messages);
  return { kind: "dialog", title: messages.meetForm.title, card };
}

/** The card of a meeting to be inserted by the person, with the buttons that work there. */
function toResult(
  turn: Turn,
  record: LiveRecord,
  reply: CardReply,
  { presence }: Shown,
  services: BotServices,
): ExtensionResult {
  const { viewer } = turn;
  const isWithoutBot = presence !== "present";
  const { card } =
    isWithoutBot && reply.shows
      ? toMeetingReply(record, { ...reply.shows, viewer, isWithoutBot }, services)
      : reply;
  return { card, preview: toListing(turn, { record }, services) };
}

function encodePreview(
  turn: Turn,
  reference: MeetingReference,
  { request, entered, isSettled }: Submission & { isSettled: boolean },
  { tokens, now }: BotServices,
): string {
  return tokens.request.encode({
    does: "post",
    id: randomUUID(),
    restriction: restrictTo({ aadId: turn.caller.aadId }, PREVIEW_MS, now()),
    reference,
    request,
    entered,
    isSettled,
  });
}

function withPreview(reply: CardReply, requestToken: string): CardReply {
  return { ...reply, card: withButtonData(reply.card, { [PREVIEW_DATA]: requestToken }) };
}
