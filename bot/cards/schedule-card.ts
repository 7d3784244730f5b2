import type { MeetForm } from "../../src/request/meet-form";
import { messagesFor } from "../locales/messages";
import type { Viewer } from "../turn/viewer";
import { toCard, type AdaptiveCard } from "./elements/adaptive-card";
import { toButtonRow } from "./elements/card-button";
import { toHeading } from "./elements/text-line";
import { toMeetingFields, toPeopleFields, type FieldProblem } from "./form-fields";

export interface ScheduleCardData {
  form: MeetForm;
  problems: readonly FieldProblem[];
  /** For the name of the time zone. */
  now: Date;
}

/** A form on a card for a new meeting with a time. */
export function toScheduleCard(
  { form, problems, now }: ScheduleCardData,
  viewer: Viewer,
): AdaptiveCard {
  const messages = messagesFor(viewer.locale);
  const { title } = messages.scheduleCard;
  return toCard(
    [
      toHeading(title),
      ...toMeetingFields(form, problems, now, viewer, messages),
      ...toPeopleFields(form, new Map(), problems, messages),
      toButtonRow([
        { title: messages.meet.create, verb: "create-scheduled", style: "positive" },
        { title: messages.confirmCard.back, verb: "help" },
      ]),
    ],
    [title],
  );
}
