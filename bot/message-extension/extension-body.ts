import type { AdaptiveCard } from "../cards/elements/adaptive-card";
import { CARD_TYPES, toCardAttachment } from "../cards/elements/card-attachment";
import { mapActions } from "../cards/elements/card-button";
import { toListedText } from "../cards/elements/text-line";
import type { Messages } from "../locales/messages";
import type { ComposeInvoke } from "../turn/turn";
import type { ExtensionReply, ExtensionResult } from "./extension-handler";

/** These open dialogs, and show messages in a dialog. */
const DIALOG_INVOKES: ReadonlySet<ComposeInvoke> = new Set(["fetchTask", "submitAction"]);

/**
 * The body of the response. It's never empty: Teams takes an empty body for a failure and asks again.
 * https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/respond-to-task-module-submit
 */
export function toExtensionBody(
  invoke: ComposeInvoke,
  reply: ExtensionReply,
  messages: Messages,
): object {
  switch (reply.kind) {
    case "dialog": {
      const { title } = messages.meetForm;
      const card = toCardAttachment(toDialogCard(reply.card));
      return {
        task: { type: "continue", value: { title, width: "medium", height: "medium", card } },
      };
    }
    case "text":
      return DIALOG_INVOKES.has(invoke)
        ? { task: { type: "message", value: reply.text } }
        : { composeExtension: { type: "message", text: reply.text } };
    case "sign-in": {
      // https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/add-authentication
      const action = { type: "openUrl", value: reply.startUrl, title: messages.signIn.button };
      return { composeExtension: { type: "auth", suggestedActions: { actions: [action] } } };
    }
    case "preview": {
      const { card, summary } = reply;
      const attachments = [toCardAttachment(card)];
      const activityPreview = { type: "message", attachments, summary };
      return { composeExtension: { type: "botMessagePreview", activityPreview } };
    }
    case "results": {
      const attachments = reply.results.map(toAttachment);
      return { composeExtension: { type: "result", attachmentLayout: "list", attachments } };
    }
  }
}

/** Dialogs don't support `Action.Execute`. */
export function toDialogCard({ refresh: _refresh, ...card }: AdaptiveCard): AdaptiveCard {
  return mapActions(card, (actions) =>
    actions.map((action) => {
      if (action.type !== "Action.Execute") return action;
      const { verb, data, fallback: _fallback, ...look } = action;
      return { ...look, type: "Action.Submit", data: { ...data, verb } };
    }),
  );
}

/** https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search */
function toAttachment({ card, preview, choice }: ExtensionResult) {
  const title = toListedText(preview.title);
  const text = toListedText(preview.text);
  const tap = choice && { type: "invoke", title, value: choice };
  const content = { title, text, ...(tap && { tap }) };
  return { ...toCardAttachment(card), preview: { contentType: CARD_TYPES.thumbnail, content } };
}
