import { isSound } from "../../src/meetings/ports/check-report";
import { toCheckCard } from "../cards/check-card";
import { toNoticeCard } from "../cards/elements/notice-card";
import { explainCheck } from "./explain-check";
import { messagesFor } from "../locales/messages";
import type { Command } from "./command";

/**
 * Whether the set-up is sound. What is wrong, and with which ids, is for those whom `ADMINS` names, where nobody else
 * reads along; all others learn whether it works, and whom to ask.
 */
export const checkCommand: Command = {
  name: "check",
  async run({ tenantId, caller, conversation, viewer }, _words, { checkSetup, admins }) {
    const messages = messagesFor(viewer.locale);
    const words = messages.check;
    const isAdmin = admins.includes(caller.aadId);
    if (!isAdmin || conversation.conversationType !== "personal") {
      const report = await checkSetup({ tenantId, isBrief: true });
      const text = isSound(report) ? words.sound : words.unsound;
      const lines = [text, ...(isAdmin ? [words.detailsElsewhere] : [])];
      const card = toNoticeCard({ title: words.title, text: lines.join("\n") });
      return { kind: "card", card, summary: text };
    }
    const { results } = await checkSetup({ tenantId, userAadId: caller.aadId });
    const rows = results.map((result) => explainCheck(result, messages));
    return { kind: "card", card: toCheckCard(rows, messages), summary: words.title };
  },
};
