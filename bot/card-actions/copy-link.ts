import { toCopyLinkCard } from "../cards/copy-link-card";
import { messagesFor } from "../locales/messages";
import { openReference, rejectButton, type CardAction } from "./card-action";
import { showMeeting } from "./refresh";

/**
 * A link of ours to the meeting, for who pressed it. Whoever sees a card may join its meeting, and so may pass it on:
 * this works wherever the card was forwarded to. A link to no meeting is worth nothing to anybody, so a card that is
 * out of date is refreshed instead.
 */
export const copyLinkAction: CardAction = {
  verb: "copy-link",
  isForEveryone: false,
  async run(turn, data, services) {
    const reference = openReference(data, services);
    if (!reference) return rejectButton(turn);
    const found = await services.meetings.findByReference(reference);
    if (!found.ok) return showMeeting(turn, reference, services);
    const messages = messagesFor(turn.viewer.locale);
    const card = toCopyLinkCard(
      {
        subject: found.stored.record.meeting.subject ?? "",
        link: services.tokens.links.toLink(reference),
        meetingToken: services.tokens.meeting.encode(reference),
      },
      messages,
    );
    return { kind: "card", card, summary: messages.links.copyCard.title };
  },
};
