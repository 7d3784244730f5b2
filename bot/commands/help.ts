import { toNoticeCard } from "../cards/elements/notice-card";
import { messagesFor } from "../locales/messages";
import { toMeetButton } from "../replies/live-meeting";
import { toMeetingKey } from "../turn/turn";
import type { Command } from "./command";

/** Only useful if people sign in. */
const SIGN_IN: readonly string[] = ["signin", "signout"] satisfies Command["name"][];

/** Lists the commands. */
export const helpCommand: Command = {
  name: "help",
  run(turn, _words, { tokens, signIn }) {
    const messages = messagesFor(turn.viewer.locale);
    const { title, text, examples } = messages.help;
    const listed = Object.entries(examples).filter(([name]) => signIn || !SIGN_IN.includes(name));
    const card = toNoticeCard({
      title,
      text,
      rows: listed.map(([, { typed, text: does }]) => ({
        label: `@Rendezvous ${typed}`,
        text: does,
      })),
      buttons: [toMeetButton(toMeetingKey(turn), tokens, messages)],
    });
    return { kind: "card", card, summary: title };
  },
};
