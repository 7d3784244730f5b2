import { toFoundRecord, toGeneration } from "../../src/meetings/find-meeting";
import type { MeetingKey } from "../../src/meetings/record/meeting-key";
import type { MeetingReference } from "../../src/meetings/tokens/meeting-token";
import type { MeetingPreview } from "../../src/meetings/tokens/request-token";
import type { MeetingRequest } from "../../src/request/meeting-request";
import type { BotServices } from "../bot-services";
import { toInstallCard } from "../cards/install-card";
import { meet } from "../commands/meet";
import { messagesFor } from "../locales/messages";
import { toStillPreparingReply } from "../replies/live-meeting";
import { isJoinable, type Reply, type ShownRecord } from "../reply";
import { findBotPresence, type BotPresence } from "../requests/bot-presence";
import type { Turn } from "../turn/turn";
import type { ExtensionReply, ExtensionTools } from "./extension-handler";
import { encodePreview, toPreviewedReply, withPreview } from "./meeting-preview";
import { toInsertedResult } from "./meeting-result";
import type { Occasion } from "./read-occasion";

/** What someone asked for in a dialog. */
export interface Submission extends Occasion {
  request: MeetingRequest;
  /** The fields that the person changed. */
  entered: MeetingPreview["entered"];
}

/** Runs `meet`. Returns `undefined` if that takes too long; it then continues in the background, with its follow-up work. */
export async function meetInTime(
  turn: Turn,
  key: MeetingKey,
  request: MeetingRequest,
  { services, inTime, follow }: ExtensionTools,
): Promise<Reply | undefined> {
  const pending = meet(turn, key, request, services);
  const reply = await inTime(pending);
  if (reply) follow(reply);
  else services.waitUntil(pending.then(follow));
  return reply;
}

interface Outcome {
  reply: Reply;
  /** The meeting being created, if the reply only says that it's being prepared. */
  late?: MeetingReference;
}

/** The outcome while Graph hasn't answered yet. */
export async function toLateOutcome(turn: Turn, key: MeetingKey, services: BotServices) {
  const late = { key, generation: toGeneration(await services.meetings.findMeeting(key)) };
  return { reply: toStillPreparingReply(turn, late, services), late };
}

/** Runs `meet`, and shows a result that the person can send: in time, even if Graph is slow. */
export async function submitRequest(
  turn: Turn,
  key: MeetingKey,
  submission: Submission,
  tools: ExtensionTools,
): Promise<ExtensionReply> {
  const { request } = submission;
  const presence = findPresence(turn, tools);
  const reply = await meetInTime(turn, key, request, tools);
  const outcome = reply ? { reply } : await toLateOutcome(turn, key, tools.services);
  return present(turn, outcome, await presence, submission, tools);
}

/** Shows a preview that couldn't be shown when it was made. Asks Graph only if the meeting wasn't as requested by then. */
export async function resumePreview(
  turn: Turn,
  { reference, request, entered, isSettled }: MeetingPreview,
  occasion: Occasion,
  tools: ExtensionTools,
): Promise<ExtensionReply> {
  const { services } = tools;
  const submission = { ...occasion, request, entered };
  const found = isSettled && (await services.meetings.findByReference(reference));
  if (found && !found.ok && found.reason === "cancelled") {
    return { kind: "text", text: messagesFor(turn.viewer.locale).preview.cancelled };
  }
  const record = found && toFoundRecord(found);
  if (!record) return submitRequest(turn, reference.key, submission, tools);
  const reply = await toPreviewedReply(turn, record, request, services);
  return presentReply(turn, reply, submission, tools);
}

/** Shows the reply to a button of a dialog. */
export async function presentReply(
  turn: Turn,
  reply: Reply,
  submission: Submission,
  tools: ExtensionTools,
): Promise<ExtensionReply> {
  const presence = await findPresence(turn, tools);
  tools.follow(reply);
  return present(turn, { reply }, presence, submission, tools);
}

async function findPresence(turn: Turn, { services, inTime }: ExtensionTools) {
  return (await inTime(findBotPresence(turn, services))) ?? "unknown";
}

/** A late preview's card becomes the meeting's card once it's posted. In a dialog, the next press shows the meeting. */
function present(
  turn: Turn,
  { reply, late }: Outcome,
  presence: BotPresence,
  submission: Submission,
  { services }: ExtensionTools,
): ExtensionReply {
  if (reply.kind === "error") return { kind: "text", text: reply.text };
  const { card, summary, shows, isQuestion } = reply;
  const record = shows && isJoinable(shows.record) && !isQuestion ? shows.record : undefined;
  const reference = record ?? late;
  if (!reference) return { kind: "dialog", card };
  const isSettled = record !== undefined;
  const previewToken = encodePreview(turn, reference, { ...submission, isSettled }, services);
  const known = record ? toKnownPresence(presence, record) : presence;
  const presentation = toPresentation(known, submission);
  if (presentation === "preview") {
    return { kind: "preview", card: withPreview(card, previewToken), summary };
  }
  if (!record) return { kind: "dialog", card: withPreview(card, previewToken) };
  return presentation === "install"
    ? { kind: "dialog", card: toInstallCard(previewToken, messagesFor(turn.viewer.locale)) }
    : { kind: "results", results: [toInsertedResult(turn, record, reply, known, services)] };
}

/** If Teams doesn't say whether the bot is in the conversation, its posted cards do. */
function toKnownPresence(presence: BotPresence, { cards, removedAt }: ShownRecord): BotPresence {
  const hasPosted = cards !== undefined && cards.length > 0 && removedAt === undefined;
  return presence === "unknown" && hasPosted ? "present" : presence;
}

/** The bot posts a preview's card. Where it can't, the person inserts the card. */
function toPresentation(
  presence: BotPresence,
  { isJustInstalled, isFromCommandBox }: Occasion,
): "preview" | "install" | "insert" {
  if (isFromCommandBox) return "insert";
  if (presence === "present") return "preview";
  return presence === "absent" && !isJustInstalled ? "install" : "insert";
}
