import { CardFactory } from "botbuilder";
import type { AdaptiveCard } from "../cards/elements/adaptive-card";
import { toListedText } from "../cards/elements/plain-text";
import type { CardReply } from "../reply";
import type { ComposeInvoke } from "../turn/activity";

/** What an invoke of the message extension is answered; nothing else in `bot/message-extension/` knows Teams' own shapes. */
export type ExtensionReply =
  /** A dialog; what its buttons send comes back as the next `submitAction`. */
  | { kind: "dialog"; title: string; card: AdaptiveCard }
  /** Cards to choose from, or the one that goes into the message. The message is the person's then. */
  | { kind: "results"; results: readonly ExtensionResult[] }
  /** A card to look at; when the person presses Send, the bot posts it. */
  | { kind: "preview"; reply: CardReply }
  /** A sentence. */
  | { kind: "words"; text: string }
  /** The person has to sign in on our page; Teams sends the invoke again after that. */
  | { kind: "sign-in"; title: string; startUrl: string };

/** There is nothing to list, to show or to insert. */
export const NOTHING: ExtensionReply = { kind: "results", results: [] };

export interface ExtensionResult {
  card: AdaptiveCard;
  /** How it is listed: plain text, also where a person wrote it. */
  preview: { title: string; text: string };
  /** Comes back as the value of `selectItem` when it is chosen; without it, the card itself is inserted. */
  choice?: { readonly [name: string]: string };
}

/** What can open a dialog, and is told words in one. */
const DIALOG_INVOKES: ReadonlySet<ComposeInvoke> = new Set(["fetchTask", "submitAction"]);

/**
 * As Teams takes it. No body is ever empty: Teams takes that for a failure and asks again.
 * https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/respond-to-task-module-submit
 */
export function toExtensionBody(invoke: ComposeInvoke, reply: ExtensionReply): object {
  switch (reply.kind) {
    case "dialog":
      return { task: { type: "continue", value: toDialog(reply) } };
    case "words":
      return DIALOG_INVOKES.has(invoke)
        ? { task: { type: "message", value: reply.text } }
        : { composeExtension: { type: "message", text: reply.text } };
    case "sign-in":
      return { composeExtension: toAuth(reply) };
    case "preview":
      return {
        composeExtension: { type: "botMessagePreview", activityPreview: toPreview(reply.reply) },
      };
    case "results":
      return {
        composeExtension: {
          type: "result",
          attachmentLayout: "list",
          attachments: reply.results.map(toAttachment),
        },
      };
  }
}

/** https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/add-authentication */
function toAuth({ title, startUrl }: Extract<ExtensionReply, { kind: "sign-in" }>) {
  const actions = [{ type: "openUrl", value: startUrl, title }];
  return { type: "auth", suggestedActions: { actions } };
}

function toDialog({ title, card }: Extract<ExtensionReply, { kind: "dialog" }>) {
  return { title, width: "medium", height: "medium", card: CardFactory.adaptiveCard(card) };
}

/** https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/respond-to-task-module-submit#bot-response-with-adaptive-card */
function toPreview({ card, summary }: CardReply) {
  return { type: "message", attachments: [CardFactory.adaptiveCard(card)], summary };
}

/** https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search */
function toAttachment({ card, preview, choice }: ExtensionResult) {
  const title = toListedText(preview.title);
  const text = toListedText(preview.text);
  const tap = choice && { type: "invoke", title, value: choice };
  return {
    ...CardFactory.adaptiveCard(card),
    preview: CardFactory.thumbnailCard(title, text, undefined, undefined, { ...(tap && { tap }) }),
  };
}
