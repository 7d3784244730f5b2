import { messagesFor } from "../locales/messages";
import type { CardReply } from "../reply";
import type { Turn } from "../turn/turn";
import { toDialogCard } from "./dialog-card";
import type { ExtensionReply } from "./extension-reply";

/** An answer that asks or says something, before anything goes into the conversation. */
export function toDialog({ viewer }: Turn, reply: CardReply): ExtensionReply {
  const { title } = messagesFor(viewer.locale).meetForm;
  return { kind: "dialog", title, card: toDialogCard(reply.card) };
}
