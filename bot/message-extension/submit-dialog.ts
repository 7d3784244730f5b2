import { findEntered } from "../../src/request/meet-form";
import { parseForm } from "../../src/request/parse-form";
import { openOffer } from "../card-actions/card-action";
import { findCardAction } from "../card-actions/registry";
import { messagesFor } from "../locales/messages";
import type { Turn } from "../turn/turn";
import { readForm, readShown } from "./dialog-form";
import type { ExtensionHandler, ExtensionTools } from "./extension-handler";
import type { ExtensionReply } from "./extension-reply";
import { findShown, readNames, SUBMIT_VERB, toMeetDialog } from "./meet-dialog";
import { openMeetDialog } from "./open-dialog";
import { openPreview } from "./open-preview";
import { resolvePicked, toUnnamed } from "./picked-people";
import { editPreview, sendPreview } from "./posted-preview";
import { presentReply, resumePreview, submitRequest, type Occasion } from "./present-meeting";
import { readSubmit, type Submitted } from "./read-submit";

/** Half of what an invoke has: the other half is the meeting's. */
const NAMES_WITHIN_MS = 1_600;

/** What was pressed in a dialog, or below a preview. */
export const submitDialog: ExtensionHandler = {
  answer(turn, value, tools) {
    const submitted = readSubmit(value);
    const { previewAction, activityPreview } = submitted;
    if (previewAction === "send") return sendPreview(turn, activityPreview, tools);
    if (previewAction === "edit") return editPreview(turn, activityPreview, tools);
    return answerButton(turn, value, submitted, tools);
  },

  /** The dialog again, with all that was entered. */
  toReply(turn, value, text, services) {
    const { verb, data } = readSubmit(value);
    if (verb !== SUBMIT_VERB) return { kind: "words", text };
    const names = readNames(turn, data, services);
    const state = { form: readForm(data), shown: readShown(data), names, notice: text };
    return toMeetDialog(turn, state, services);
  },
};

async function answerButton(
  turn: Turn,
  value: unknown,
  { verb, data, isJustInstalled, isFromCommandBox }: Submitted,
  tools: ExtensionTools,
): Promise<ExtensionReply> {
  const occasion = { isJustInstalled, isFromCommandBox };
  const opened = openPreview(turn, data, tools.services);
  if (opened.ok) return resumePreview(turn, opened.preview, occasion, tools);
  if (verb === SUBMIT_VERB) return submitForm(turn, data, occasion, tools);
  // Teams' own buttons bring no more along than that the bot is there now.
  if (isJustInstalled) return openMeetDialog(turn, value, tools.services);
  const action = findCardAction(verb);
  if (!action) return { kind: "words", text: messagesFor(turn.viewer.locale).extension.unknown };
  const reply = await action.run(turn, data, tools.services, {
    post: (posted) => tools.post(() => posted),
  });
  const request = openOffer(turn, data, tools.services)?.request;
  return presentReply(turn, reply, request, occasion, tools);
}

async function submitForm(
  turn: Turn,
  data: unknown,
  occasion: Occasion,
  tools: ExtensionTools,
): Promise<ExtensionReply> {
  const { services } = tools;
  const form = readForm(data);
  const shown = readShown(data);
  const names = readNames(turn, data, services);
  const { timeZone } = turn.viewer;
  const parsed = parseForm(form, shown, { now: services.now(), timeZone });
  if (!parsed.ok) {
    const { record } = await findShown(turn, services);
    return toMeetDialog(turn, { form, shown, names, record, problems: parsed.problems }, services);
  }
  const resolved = resolvePicked(turn, parsed.request, names, services);
  const request =
    (await tools.within(NAMES_WITHIN_MS, resolved)) ?? toUnnamed(parsed.request, names);
  const entered = findEntered(form, shown);
  return submitRequest(turn, { request, entered }, occasion, tools);
}
