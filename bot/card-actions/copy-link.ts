import { toFoundRecord } from "../../src/meetings/find-meeting";
import { toJoinable } from "../../src/meetings/record/attached-record";
import { toCopyLinkCard } from "../cards/copy-link-card";
import { messagesFor } from "../locales/messages";
import { readReference, type CardAction } from "./card-action";
import { showMeeting } from "./refresh";

/**
 * Shows the person who pressed the button a link to the meeting. Everyone who sees a card can join its meeting
 * and share it, so this works wherever the card was forwarded to. If the meeting has ended, shows that instead of
 * a link.
 */
export const copyLinkAction: CardAction = {
  verb: "copy-link",
  isForEveryone: false,
  async run(turn, data, services) {
    const reference = readReference(data, services);
    const found = reference && (await services.meetings.findByReference(reference));
    const record = found && toFoundRecord(found);
    if (!reference || !record) return showMeeting(turn, reference, services);
    const { keepUntold } = services.meetings;
    // They can tell the people that no message reached.
    if (record.state === "live") {
      services.waitUntil(keepUntold(record, { seenBy: turn.caller.aadId }));
    }
    const messages = messagesFor(turn.viewer.locale);
    const card = toCopyLinkCard(
      {
        subject: toJoinable(record).subject ?? "",
        link: services.tokens.links.toLink(reference),
        hasCalendarPage: record.state === "live",
        meetingToken: services.tokens.meeting.encode(reference),
      },
      messages,
    );
    return { kind: "card", card, summary: messages.links.copyCard.title };
  },
};
