import { createExpiringCache } from "../../src/async/expiring-cache";
import type { BotServices } from "../bot-services";
import { toScheduleButton, toTyped } from "../cards/help-card";
import { messagesFor } from "../locales/messages";
import { toMeetButton } from "../replies/meet-button";
import { toNoticeReply, type Reply } from "../reply";
import { toMeetingKey, type Lifecycle, type ReplyAddress } from "../turn/turn";

/** Teams announces an installation with two activities, a few seconds apart. */
const SAME_INSTALLATION_MS = 60_000;
const MAX_REMEMBERED = 10_000;

/** Lets one greeting per installation through. */
export function createGreetingFilter(now: () => Date) {
  const greeted = createExpiringCache<true>({
    maxEntries: MAX_REMEMBERED,
    ttlMs: SAME_INSTALLATION_MS,
    now,
  });
  return ({ serviceUrl, conversationId }: ReplyAddress): boolean => {
    const installation = JSON.stringify([serviceUrl, conversationId]);
    if (greeted.has(installation)) return false;
    greeted.set(installation, true);
    return true;
  };
}

/** A short card that introduces the bot after it was added. */
export function toGreeting({ address, parsed }: Lifecycle, { tokens }: BotServices): Reply {
  const messages = messagesFor(address.viewer.locale);
  const { title, text, hint } = messages.greeting;
  const { title: help } = messages.commands.help;
  if (!parsed.ok) return toNoticeReply(title, text);
  const { turn } = parsed;
  const key = toMeetingKey(turn);
  const typed = toTyped(help, turn.conversation.conversationType);
  return toNoticeReply(title, `${text}\n${hint({ typed })}`, [
    { ...toMeetButton(key, tokens, messages), title: messages.meet.now },
    toScheduleButton(messages),
  ]);
}
