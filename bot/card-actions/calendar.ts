import { toCalendarCard } from "../cards/calendar-card";
import { toOpenableLink } from "../cards/elements/card-button";
import { toCalendarLink } from "../cards/meeting/outlook-links";
import { messagesFor } from "../locales/messages";
import { toCalendarData } from "../replies/meeting-reply";
import { readReference, type CardAction } from "./card-action";
import { showMeeting } from "./refresh";

/**
 * Offers the person who pressed the button the ways to put the meeting into a calendar. Everyone who sees a card can
 * do that, so this works wherever the card was forwarded to. Shows the meeting if there's no time to put there.
 */
export const calendarAction: CardAction = {
  verb: "calendar",
  isForEveryone: false,
  async run(turn, data, services) {
    const reference = readReference(data, services);
    const found = reference && (await services.meetings.findByReference(reference));
    if (!reference || !found?.ok) return showMeeting(turn, reference, services);
    const { settings, tokens, now } = services;
    const { record } = found.stored;
    const calendarData = toCalendarData(record, settings, now());
    if (calendarData.time.kind === "standing") return showMeeting(turn, reference, services);
    const messages = messagesFor(turn.viewer.locale);
    // A series that is paused or over has no time to add, but a subscription follows it.
    const hasFile = calendarData.time.startsAt !== undefined;
    const joinUrl = hasFile ? toOpenableLink(record.meeting.joinWebUrl) : undefined;
    const card = toCalendarCard(
      {
        subject: calendarData.subject,
        link: tokens.links.toLink(reference),
        outlookLink: joinUrl && toCalendarLink(calendarData, joinUrl, messages),
        hasFile,
        isSeries: calendarData.time.kind === "recurring",
        meetingToken: tokens.meeting.encode(reference),
      },
      messages,
    );
    return { kind: "card", card, summary: messages.card.addToCalendar };
  },
};
