import { z } from "zod";
import { findEntered } from "../../src/request/meet-form";
import { parseForm } from "../../src/request/parse-form";
import { readOffer } from "../card-actions/card-action";
import { findCardAction } from "../card-actions/registry";
import { messagesFor } from "../locales/messages";
import { toBareRequest } from "../requests/requested-meeting";
import { toMeetingKey, type Turn } from "../turn/turn";
import type { ExtensionHandler, ExtensionReply, ExtensionTools } from "./extension-handler";
import { findShown, readMeetDialog, SUBMIT_VERB, toMeetDialog } from "./meet-dialog";
import { readPreview } from "./meeting-preview";
import { openMeetDialog } from "./open-dialog";
import { resolvePicked, toUnnamed } from "./picked-people";
import { presentReply, resumePreview, submitRequest, type Occasion } from "./present-meeting";
import { editPreview, sendPreview } from "./send-preview";

/** Half of the time for an invoke. The other half is for the meeting. */
const NAMES_WITHIN_MS = 1_600;

/** Handles the buttons of dialogs and previews. */
export const submitDialog: ExtensionHandler = {
  run(turn, value, tools) {
    const submitted = readSubmitted(value);
    const { previewAction, activityPreview } = submitted;
    if (previewAction === "send") return sendPreview(turn, activityPreview, tools);
    if (previewAction === "edit") return editPreview(turn, activityPreview, tools);
    return pressButton(turn, value, submitted, tools);
  },

  /** Shows the dialog again, with everything that was entered. */
  showText(turn, value, text, services) {
    const { verb, data } = readSubmitted(value);
    if (verb !== SUBMIT_VERB) return { kind: "text", text };
    return toMeetDialog(turn, { ...readMeetDialog(turn, data, services), notice: text }, services);
  },
};

/** https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/respond-to-task-module-submit */
interface Submitted extends Occasion {
  /** The button below a preview that was pressed. */
  previewAction?: "send" | "edit" | undefined;
  /** The preview, as the client sends it back. */
  activityPreview?: unknown;
  verb: string;
  /** Of the pressed button, with the dialog's entries. */
  data: unknown;
}

const buttonSchema = z
  .object({
    verb: z.string().catch(""),
    msteams: z.object({ justInTimeInstall: z.boolean() }).optional().catch(undefined),
  })
  .catch({ verb: "" });
const valueSchema = z
  .object({
    commandContext: z.string().optional().catch(undefined),
    botMessagePreviewAction: z.enum(["send", "edit"]).optional().catch(undefined),
    botActivityPreview: z.unknown().optional(),
    data: z.unknown().optional(),
  })
  .catch({});

function readSubmitted(value: unknown): Submitted {
  const { commandContext, botMessagePreviewAction, botActivityPreview, data } =
    valueSchema.parse(value);
  const { verb, msteams } = buttonSchema.parse(data);
  return {
    isFromCommandBox: commandContext?.toLowerCase() === "commandbox",
    isJustInstalled: msteams?.justInTimeInstall === true,
    previewAction: botMessagePreviewAction,
    activityPreview: botActivityPreview,
    verb,
    data,
  };
}

async function pressButton(
  turn: Turn,
  value: unknown,
  { verb, data, isJustInstalled, isFromCommandBox }: Submitted,
  tools: ExtensionTools,
): Promise<ExtensionReply> {
  const { services } = tools;
  const occasion = { isJustInstalled, isFromCommandBox };
  const read = readPreview(turn, data, services);
  if (read.ok) return resumePreview(turn, read.preview, occasion, tools);
  if (verb === SUBMIT_VERB) return submitForm(turn, data, occasion, tools);
  // Teams' own install button says nothing else.
  if (isJustInstalled) return openMeetDialog(turn, value, services);
  const action = findCardAction(verb);
  if (!action) return { kind: "text", text: messagesFor(turn.viewer.locale).extension.unknown };
  const reply = await action.run(turn, data, services, tools);
  const room = reply.kind === "card" ? reply.shows?.record.key.room : undefined;
  const request =
    readOffer(turn, data, services)?.request ?? toBareRequest(toMeetingKey(turn, room));
  const entered = room ? { room } : {};
  return presentReply(turn, reply, { ...occasion, request, entered }, tools);
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
  const { timeZone } = turn.viewer;
  const parsed = parseForm(form, shown, { now: services.now(), timeZone });
  if (!parsed.ok) {
    const { record } = await findShown(turn, services);
    return toMeetDialog(turn, { ...input, record, problems: parsed.problems }, services);
  }
  const resolving = resolvePicked(turn, parsed.request, names, services);
  const request =
    (await tools.within(NAMES_WITHIN_MS, resolving)) ?? toUnnamed(parsed.request, names);
  const entered = findEntered(form, shown);
  return submitRequest(turn, { ...occasion, request, entered }, tools);
}
