import type { Activity } from "botbuilder";
import { toPreparingCard } from "../cards/preparing-card";
import { messagesFor, type Messages } from "../locales/messages";
import { readViewer } from "../turn/viewer";
import type { Reply } from "../delivery/reply";

/** A placeholder until the answer is ready. */
export function toPreparing(activity: Partial<Activity>): Reply {
  const messages = messagesOf(activity);
  const summary = messages.card.preparingTitle;
  return { kind: "card", card: toPreparingCard(messages), summary };
}

/** Tells a person who pressed Refresh that the answer takes longer. */
export function toTimeoutReply(activity: Partial<Activity>): Reply {
  return { kind: "refusal", code: "graph_timeout", text: messagesOf(activity).refresh.slow };
}

/** Replaces an answer that a restart has cut off. */
export function toRestarting(activity: Partial<Activity>): Reply {
  return { kind: "refusal", code: "restarting", text: messagesOf(activity).card.restarting };
}

function messagesOf(activity: Partial<Activity>): Messages {
  return messagesFor(readViewer(activity).locale);
}
