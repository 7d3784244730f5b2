import { toNoticeCard } from "../cards/notice-card";
import { toMeetButton } from "../cards/meet-button";
import { messagesFor } from "../locales/messages";
import { toMeetingKey } from "../turn";
import type { Command } from "./command";

/** What can be typed, and what it does. */
export const helpCommand: Command = {
  name: "help",
  run(turn, _argument, { sealer }) {
    const messages = messagesFor(turn.reader.locale);
    const { title, text, rows } = messages.help;
    const card = toNoticeCard({
      title,
      text,
      rows,
      buttons: [toMeetButton(toMeetingKey(turn), sealer, messages)],
    });
    return { kind: "card", card, summary: title };
  },
};
