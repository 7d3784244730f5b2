import { statusCodeOf } from "../../src/errors";
import type { FoundMeeting, Superseded } from "../../src/meetings/find-meeting";
import type { MeetingPreview } from "../../src/meetings/tokens/request-token";
import type { BotServices } from "../bot-services";
import { meet } from "../commands/meet";
import { messagesFor } from "../locales/messages";
import type { Reply } from "../reply";
import { isNotPosted } from "../delivery/send";
import type { Turn } from "../turn/turn";
import type { ExtensionTools } from "./extension-handler";
import { NOTHING, type ExtensionReply } from "./extension-reply";
import { findShown, toMeetDialog } from "./meet-dialog";
import { openPreview } from "./open-preview";
import { toKnownNames } from "./picked-people";
import { toPreviewedReply } from "./previewed-reply";
import { toDialog } from "./reply-dialog";

/** Send: posts the meeting's card once, built from the token and not from the card that comes back. */
export async function sendPreview(
  turn: Turn,
  value: unknown,
  tools: ExtensionTools,
): Promise<ExtensionReply> {
  const { services } = tools;
  const words = messagesFor(turn.viewer.locale).preview;
  const opened = openPreview(turn, value, services);
  if (!opened.ok) return { kind: "words", text: opened.text };
  const { preview } = opened;
  const found = await services.meetings.findByReference(preview.reference);
  if (!found.ok && found.reason === "cancelled") return { kind: "words", text: words.cancelled };
  if (!found.ok && found.reason === "unknown") return { kind: "words", text: words.notPosted };
  if (!(await services.meetings.postOnce.claim(preview)))
    return { kind: "words", text: words.posted };

  const asked = toPosted(turn, preview, found, services);
  const early = await tools.inTime(asked).catch(async (error: unknown) => {
    await services.meetings.postOnce.giveBack(preview);
    throw error;
  });
  if (early?.kind === "card" && early.isQuestion) {
    await services.meetings.postOnce.giveBack(preview);
    return toDialog(turn, early);
  }
  const posting = postClaimed(turn, preview, early ?? asked, tools);
  services.waitUntil(posting);
  const text = await tools.inTime(posting);
  // Nothing more goes into the message: the bot's own is there.
  return text === undefined ? NOTHING : { kind: "words", text };
}

/** What went wrong, in words; nothing is sent twice that may have come out. */
async function postClaimed(
  turn: Turn,
  preview: MeetingPreview,
  asked: Reply | Promise<Reply>,
  { services, post }: ExtensionTools,
): Promise<string | undefined> {
  try {
    await post(async () => withoutQuestion(turn, await asked, preview, services));
    return undefined;
  } catch (error) {
    services.log.warn({ status: statusCodeOf(error) }, "a previewed card could not be posted");
    const words = messagesFor(turn.viewer.locale).preview;
    if (!isNotPosted(error)) return words.perhapsPosted;
    await services.meetings.postOnce.giveBack(preview);
    return words.notPosted;
  }
}

/** A question is its asker's alone: once it comes too late for that, everybody sees the meeting as it is. */
function withoutQuestion(
  turn: Turn,
  reply: Reply,
  { request }: MeetingPreview,
  services: BotServices,
): Promise<Reply> | Reply {
  const record = reply.kind === "card" && reply.isQuestion ? reply.shows?.record : undefined;
  return record?.state === "live" ? toPreviewedReply(turn, record, request, services) : reply;
}

async function toPosted(
  turn: Turn,
  { reference, request, isSettled }: MeetingPreview,
  found: FoundMeeting | Superseded,
  services: BotServices,
): Promise<Reply> {
  const { key } = reference;
  const record = found.ok
    ? found.stored.record
    : found.reason === "superseded"
      ? found.record
      : undefined;
  return isSettled && record
    ? toPreviewedReply(turn, record, request, services)
    : meet(turn, key, request, services);
}

/** Edit: the dialog as it was filled in; what was left as it was shown is as it is now. */
export async function editPreview(
  turn: Turn,
  value: unknown,
  { services }: ExtensionTools,
): Promise<ExtensionReply> {
  const opened = openPreview(turn, value, services);
  if (!opened.ok) return { kind: "words", text: opened.text };
  const { entered, request } = opened.preview;
  const { shown, record } = await findShown(turn, services);
  const names = toKnownNames(request);
  return toMeetDialog(turn, { form: { ...shown, ...entered }, shown, names, record }, services);
}
