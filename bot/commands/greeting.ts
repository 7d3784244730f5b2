import { createExpiringCache } from "../../src/async/expiring-cache";
import type { BotServices } from "../bot-services";
import { messagesFor } from "../locales/messages";
import { toMeetButton } from "../replies/live-meeting";
import { toNoticeReply, type Reply } from "../reply";
import { toMeetingKey, type Lifecycle } from "../turn/turn";

/** Teams announces an installation with two activities, a few seconds apart. */
const SAME_INSTALLATION_MS = 60_000;
const MAX_REMEMBERED = 10_000;

/** Lets one greeting per installation through. */
export function createGreetingFilter(now: () => Date): (conversationId: string) => boolean {
  const greeted = createExpiringCache<true>({
    maxEntries: MAX_REMEMBERED,
    ttlMs: SAME_INSTALLATION_MS,
    now,
  });
  return (conversationId) => {
    if (greeted.has(conversationId)) return false;
    greeted.set(conversationId, true);
    return true;
  };
}

/** A short card that introduces the bot after it was added. */
export function toGreeting({ address, parsed }: Lifecycle, { tokens }: BotServices): Reply {
  const messages = messagesFor(address.viewer.locale);
  const { title, text } = messages.greeting;
  const buttons = parsed.ok ? [toMeetButton(toMeetingKey(parsed.turn), tokens, messages)] : [];
  return toNoticeReply(title, text, buttons);
}
