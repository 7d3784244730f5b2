import { statusCodeOf } from "../../src/errors";
import { toFoundRecord, type FoundMeeting, type Superseded } from "../../src/meetings/find-meeting";
import { toThreadConversationId } from "../../src/meetings/record/meeting-key";
import type { MeetingPreview } from "../../src/meetings/tokens/request-token";
import type { BotServices } from "../bot-services";
import { meet } from "../commands/meet";
import { isNotPosted } from "../delivery/connector-error";
import { messagesFor } from "../locales/messages";
import type { Reply } from "../reply";
import type { Turn } from "../turn/turn";
import { NOTHING, type ExtensionReply, type ExtensionTools } from "./extension-handler";
import { findDialogMeeting } from "./dialog-meeting";
import { toMeetDialog } from "./meet-dialog";
import { readPreview, toPreviewedReply } from "./meeting-preview";
import { toKnownNames } from "../requests/picked-people";

/** Send: posts the meeting's card once, built from the token and not from the card that comes back. */
export async function sendPreview(
  turn: Turn,
  value: unknown,
  tools: ExtensionTools,
): Promise<ExtensionReply> {
  const { services, inTime } = tools;
  const { postOnce, findByReference } = services.meetings;
  const messages = messagesFor(turn.viewer.locale).preview;
  const read = readPreview(turn, value, services);
  if (!read.ok) return read.reply;
  const { preview } = read;
  const found = await findByReference(preview.reference);
  if (!found.ok && found.reason === "cancelled") return { kind: "text", text: messages.cancelled };
  if (!found.ok && found.reason === "unknown") return { kind: "text", text: messages.notPosted };
  if (!(await postOnce.claim(preview))) return { kind: "text", text: messages.posted };

  const pending = toPosted(turn, preview, found, services);
  const early = await inTime(pending).catch(async (error: unknown) => {
    await postOnce.giveBack(preview);
    throw error;
  });
  if (early?.kind === "card" && early.isQuestion) {
    await postOnce.giveBack(preview);
    return { kind: "dialog", card: early.card };
  }
  const posting = postClaimed(turn, preview, pending, tools);
  services.waitUntil(posting);
  const text = await inTime(posting);
  // The bot's message is the result: nothing is inserted into the person's own.
  return text === undefined ? NOTHING : { kind: "text", text };
}

/** Returns a message that says what went wrong. Gives the claim back only if nothing can have been posted. */
async function postClaimed(
  turn: Turn,
  preview: MeetingPreview,
  pending: Promise<Reply>,
  { services, post }: ExtensionTools,
): Promise<string | undefined> {
  try {
    await post(
      async () => withoutQuestion(turn, await pending, preview, services),
      toThreadConversationId(preview.reference.key),
    );
    return undefined;
  } catch (error) {
    services.log.warn({ status: statusCodeOf(error) }, "a previewed card could not be posted");
    const messages = messagesFor(turn.viewer.locale).preview;
    if (!isNotPosted(error)) return messages.perhapsPosted;
    await services.meetings.postOnce.giveBack(preview);
    return messages.notPosted;
  }
}

/** Only the sender sees a question. If it's too late for that, everyone sees the meeting as it is. */
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
  const superseded = !found.ok && found.reason === "superseded" ? found.record : undefined;
  const record = toFoundRecord(found) ?? superseded;
  return isSettled && record
    ? toPreviewedReply(turn, record, request, services)
    : meet(turn, reference.key, request, services);
}

/** Edit: the dialog with the person's changes. Fields they left alone show the meeting as it is now. */
export async function editPreview(
  turn: Turn,
  value: unknown,
  { services }: ExtensionTools,
): Promise<ExtensionReply> {
  const read = readPreview(turn, value, services);
  if (!read.ok) return read.reply;
  const { reference, entered, request } = read.preview;
  const meeting = await findDialogMeeting(turn, reference.key, services);
  const form = { ...meeting.shown, ...entered };
  return toMeetDialog(turn, { ...meeting, form, names: toKnownNames(request) }, services);
}
