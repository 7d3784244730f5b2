import { toHelpCard } from "../cards/help-card";
import { messagesFor } from "../locales/messages";
import { toMeetButton } from "../replies/meet-button";
import { toMeetingKey } from "../turn/turn";
import type { Command } from "./command";

/** Shows what people can do here. */
export const helpCommand: Command = {
  name: "help",
  run(turn, _words, { tokens, signIn, reminders }) {
    const { viewer } = turn;
    const { conversationType } = turn.conversation;
    const messages = messagesFor(viewer.locale);
    const meetButton = toMeetButton(toMeetingKey(turn), tokens, messages);
    const data = {
      conversationType,
      hasSignIn: signIn !== undefined,
      hasReminders: !reminders.isOff,
      meetButton,
    };
    return { kind: "card", card: toHelpCard(data, viewer), summary: messages.help.title };
  },
};
