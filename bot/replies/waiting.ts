import type { Activity } from "botbuilder";
import { toPreparingCard } from "../cards/preparing-card";
import { messagesFor, type Messages } from "../locales/messages";
import { readViewer } from "../turn/viewer";
import type { Reply } from "../delivery/reply";

/** Stands for an answer that is on its way. */
export function toPreparing(activity: Partial<Activity>): Reply {
  const messages = messagesOf(activity);
  const summary = messages.card.preparingTitle;
  return { kind: "card", card: toPreparingCard(messages), summary };
}

/** For one who looks: there is no answer yet, and they can look again. */
export function toTimeoutReply(activity: Partial<Activity>): Reply {
  return { kind: "refusal", code: "graph_timeout", text: messagesOf(activity).refresh.slow };
}

/** In the place of an answer that does not come any more. */
export function toRestarting(activity: Partial<Activity>): Reply {
  return { kind: "refusal", code: "restarting", text: messagesOf(activity).card.restarting };
}

function messagesOf(activity: Partial<Activity>): Messages {
  return messagesFor(readViewer(activity).locale);
}
