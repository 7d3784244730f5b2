import { messagesFor } from "../locales/messages";
import type { Viewer } from "../turn/viewer";
import { toCard, type AdaptiveCard } from "./elements/adaptive-card";
import { toButtonRow } from "./elements/card-button";
import { toHeading } from "./elements/text-line";
import { toPeopleFields } from "./form-fields";
import { toMeetingFields, type MeetingFieldsData } from "./meeting-fields";

/** A form on a card for a new meeting with a time. */
export function toScheduleCard(data: MeetingFieldsData, viewer: Viewer): AdaptiveCard {
  const { form, problems } = data;
  const messages = messagesFor(viewer.locale);
  const { title } = messages.scheduleCard;
  return toCard(
    [
      toHeading(title),
      ...toMeetingFields(data, viewer, messages),
      ...toPeopleFields(form, new Map(), problems, messages),
      toButtonRow([
        { title: messages.meet.create, verb: "create-scheduled", style: "positive" },
        { title: messages.confirmCard.back, verb: "help" },
      ]),
    ],
    [title],
  );
}
