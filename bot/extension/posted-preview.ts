import { statusCodeOf } from "../../src/errors";
import type { FoundMeeting, Superseded } from "../../src/meetings/find-meeting";
import type { MeetingPreview } from "../../src/meetings/sealed-preview";
import type { BotServices } from "../bot-services";
import { meet } from "../commands/meet";
import { messagesFor } from "../locales/messages";
import type { Reply } from "../reply";
import type { Turn } from "../turn";
import type { ExtensionTools } from "./extension-handler";
import type { ExtensionReply } from "./extension-reply";
import { findShown, toMeetDialog } from "./meet-dialog";
import { openPreview } from "./open-preview";
import { toKnownNames } from "./picked-people";
import { toPreviewedReply } from "./previewed-reply";

/** Send: the bot posts the meeting's card, built anew from what was sealed, once. */
export async function sendPreview(
  turn: Turn,
  value: unknown,
  { services, inTime, post }: ExtensionTools,
): Promise<ExtensionReply> {
  const words = messagesFor(turn.reader.locale).preview;
  const opened = openPreview(turn, value, services);
  if (!opened.ok) return { kind: "words", text: opened.text };
  const { preview } = opened;
  const found = await services.findReferred(preview.reference);
  if (!found.ok && found.reason === "cancelled") return { kind: "words", text: words.cancelled };
  if (!found.ok && found.reason === "unknown") return { kind: "words", text: words.notPosted };
  if (!(await services.postOnce.claim(preview))) return { kind: "words", text: words.posted };

  const posting = post(() => toPosted(turn, preview, found, services)).then(
    (refusal) => refusal?.text,
    (error: unknown) => {
      services.log.warn({ status: statusCodeOf(error) }, "a previewed card could not be posted");
      return words.notPosted;
    },
  );
  const told = posting.then(async (problem) => {
    if (problem !== undefined) await services.postOnce.giveBack(preview);
    return problem;
  });
  services.inBackground(told);
  const text = await inTime(told);
  return text === undefined ? DONE : { kind: "words", text };
}

/** Nothing more goes into the message: the bot's own is there. */
const DONE: ExtensionReply = { kind: "results", results: [] };

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
