import { isSound } from "../../src/meetings/ports/check-report";
import { toCheckCard } from "../cards/check-card";
import { toNoticeCard } from "../cards/elements/notice-card";
import { messagesFor } from "../locales/messages";
import type { Command } from "./command";

/** Checks the setup. Only admins see the details, and only in their personal chat with the bot. */
export const checkCommand: Command = {
  name: "check",
  async run({ tenantId, caller, conversation, viewer }, _words, { setup }) {
    const messages = messagesFor(viewer.locale);
    const words = messages.check;
    const isAdmin = setup.admins.includes(caller.aadId);
    if (!isAdmin || conversation.conversationType !== "personal") {
      const report = await setup.check({ tenantId, isBrief: true });
      const text = isSound(report) ? words.sound : words.unsound;
      const lines = [text, ...(isAdmin ? [words.detailsElsewhere] : [])];
      const card = toNoticeCard({ title: words.title, text: lines.join("\n") });
      return { kind: "card", card, summary: text };
    }
    const { results } = await setup.check({ tenantId, userAadId: caller.aadId });
    return { kind: "card", card: toCheckCard(results, messages), summary: words.title };
  },
};
