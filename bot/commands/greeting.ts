import type { Activity, ConversationAccount } from "botbuilder";
import { createExpiringCache } from "../../src/async/expiring-cache";
import type { BotServices } from "../bot-services";
import { toMeetButton } from "../cards/meet-button";
import { toNoticeCard } from "../cards/elements/notice-card";
import { messagesFor } from "../locales/messages";
import type { Reply } from "../delivery/reply";
import { readViewer } from "../turn/viewer";
import { readTurn, toMeetingKey } from "../turn/turn";

/** Teams announces one installation by two activities, some seconds apart. */
const SAME_INSTALLATION_MS = 60_000;
const MAX_REMEMBERED = 10_000;

/** Tells whether a conversation is to be greeted now: once for an installation, however often it is announced. */
export function createGreetingGate(
  now: () => Date,
): (conversation: ConversationAccount) => boolean {
  const greeted = createExpiringCache<true>({
    maxEntries: MAX_REMEMBERED,
    ttlMs: SAME_INSTALLATION_MS,
    now,
  });
  return ({ id }) => {
    if (greeted.has(id)) return false;
    greeted.set(id, true);
    return true;
  };
}

/** One short card, for an installation that nobody in the conversation may have noticed. */
export function toGreeting(activity: Activity, { sealer }: BotServices): Reply {
  const messages = messagesFor(readViewer(activity).locale);
  const { title, text } = messages.greeting;
  const read = readTurn(activity);
  const buttons = read.ok ? [toMeetButton(toMeetingKey(read.turn), sealer, messages)] : [];
  return { kind: "card", card: toNoticeCard({ title, text, buttons }), summary: title };
}
