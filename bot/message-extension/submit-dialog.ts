import * as z from "zod";
import { isThreadRoom } from "../../src/meetings/record/meeting-key";
import { findEntered } from "../../src/request/meet-form";
import { parseForm } from "../../src/request/parse-form";
import { toBareRequest } from "../../src/request/meeting-request";
import { readOffer } from "../card-actions/card-action";
import { findCardAction } from "../card-actions/registry";
import { messagesFor } from "../locales/messages";
import { keepPicked, resolvePicked } from "../requests/picked-people";
import { toContext } from "../requests/requested-meeting";
import { toMeetingKey, type Turn } from "../turn/turn";
import type { ExtensionHandler, ExtensionReply, ExtensionTools } from "./extension-handler";
import { findDialogMeeting } from "./dialog-meeting";
import { readMeetDialog, SUBMIT_VERB, toMeetDialog } from "./meet-dialog";
import { readPreview } from "./meeting-preview";
import { openMeetDialog } from "./open-dialog";
import { presentReply, resumePreview, submitRequest } from "./present-meeting";
import { readOccasion, type Occasion } from "./read-occasion";
import { editPreview, sendPreview } from "./send-preview";

/** Half of the time for an invoke. The other half is for the meeting. */
const LOOK_UP_WITHIN_MS = 1_600;

/** Handles the buttons of dialogs and previews. */
export const submitDialog: ExtensionHandler = {
  run(turn, value, tools) {
    const submitted = readSubmitted(value);
    const { botMessagePreviewAction: action, botActivityPreview: preview } = submitted;
    if (action === "send") return sendPreview(turn, preview, tools);
    if (action === "edit") return editPreview(turn, preview, tools);
    return pressButton(turn, value, submitted, tools);
  },

  /** Shows the dialog again, with everything that was entered. */
  showText(turn, value, text, services) {
    const { verb, data, occasion } = readSubmitted(value);
    if (verb !== SUBMIT_VERB) return { kind: "text", text };
    const { isFromCommandBox } = occasion;
    const input = readMeetDialog(turn, data, services);
    return toMeetDialog(turn, { ...input, isFromCommandBox, notice: text }, services);
  },
};

const buttonSchema = z.object({ verb: z.string() }).catch({ verb: "" });
/** https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/respond-to-task-module-submit */
const valueSchema = z
  .object({
    botMessagePreviewAction: z.enum(["send", "edit"]).optional().catch(undefined),
    /** The preview, as the client sends it back. */
    botActivityPreview: z.unknown(),
    /** The data of the pressed button, with the dialog's entries. */
    data: z.unknown(),
  })
  .partial()
  .catch({});

function readSubmitted(value: unknown) {
  const { data, ...preview } = valueSchema.parse(value);
  const { verb } = buttonSchema.parse(data);
  return { ...preview, verb, data, occasion: readOccasion(value) };
}

async function pressButton(
  turn: Turn,
  value: unknown,
  { verb, data, occasion }: ReturnType<typeof readSubmitted>,
  tools: ExtensionTools,
): Promise<ExtensionReply> {
  const { services } = tools;
  const read = readPreview(turn, data, services);
  if (read.ok) return resumePreview(turn, read.preview, occasion, tools);
  if (verb === SUBMIT_VERB) return submitForm(turn, data, occasion, tools);
  // Teams' own install button sends no token.
  if (occasion.isJustInstalled) return openMeetDialog(turn, value, services);
  const action = findCardAction(verb);
  if (!action) return { kind: "text", text: messagesFor(turn.viewer.locale).extension.unknown };
  const reply = await action.run(turn, data, services, tools);
  const room = reply.kind === "card" ? reply.shows?.record.key.room : undefined;
  const request =
    readOffer(turn, data, services)?.request ?? toBareRequest(toMeetingKey(turn, room));
  return presentReply(turn, reply, { ...occasion, request, entered: {} }, tools);
}

async function submitForm(
  turn: Turn,
  data: unknown,
  occasion: Occasion,
  tools: ExtensionTools,
): Promise<ExtensionReply> {
  const { services } = tools;
  const input = readMeetDialog(turn, data, services);
  const { form, shown, names } = input;
  const parsed = parseForm(form, shown, toContext(turn, services));
  if (!parsed.ok) {
    const { record } = await findDialogMeeting(turn, input.key, services);
    const { problems } = parsed;
    const { isFromCommandBox } = occasion;
    return toMeetDialog(turn, { ...input, record, problems, isFromCommandBox }, services);
  }
  const { room } = parsed.request;
  const isHere = !room && isThreadRoom(input.key.room);
  const key = isHere ? input.key : toMeetingKey(turn, room);
  const asked = { ...parsed.request, isHere };
  const resolving = resolvePicked(turn, asked, names, services);
  const resolved = await tools.within(LOOK_UP_WITHIN_MS, resolving);
  const request = resolved ?? keepPicked(asked, names);
  const entered = findEntered(form, shown);
  return submitRequest(turn, key, { ...occasion, request, entered }, tools);
}
