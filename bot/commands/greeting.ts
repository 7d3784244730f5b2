import type { BotServices } from "../bot-services";
import { toScheduleButton, toTyped } from "../cards/help-card";
import { messagesFor } from "../locales/messages";
import { toMeetButton } from "../replies/meet-button";
import { toNoticeReply, type Reply } from "../reply";
import { toMeetingKey, type Lifecycle } from "../turn/turn";

/** Teams announces an installation with two activities, a few seconds apart. */
export const SAME_INSTALLATION_MS = 60_000;

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
