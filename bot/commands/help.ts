import { toNoticeCard } from "../cards/notice-card";
import { toMeetButton } from "../cards/meet-button";
import { messagesFor } from "../locales/messages";
import { toMeetingKey } from "../turn";
import type { Command } from "./command";

/** What can be typed, and what it does. */
export const helpCommand: Command = {
  name: "help",
  run(turn, _words, { sealer }) {
    const messages = messagesFor(turn.reader.locale);
    const { title, text, examples } = messages.help;
    const card = toNoticeCard({
      title,
      text,
      rows: Object.values(examples).map(({ typed, text: does }) => ({
        label: `@Rendezvous ${typed}`,
        text: does,
      })),
      buttons: [toMeetButton(toMeetingKey(turn), sealer, messages)],
    });
    return { kind: "card", card, summary: title };
  },
};
