import type { AttendeeRole } from "../../src/meetings/ports/online-meeting";
import { messagesFor, type Messages } from "../locales/messages";
import type { Viewer } from "../turn/viewer";
import { toCard, type AdaptiveCard, type CardElement } from "./elements/adaptive-card";
import { toButtonRow } from "./elements/card-button";
import { toNameWithRole } from "./elements/names";
import { SMALL_PRINT, toHeading, toTextLine } from "./elements/text-line";
import { toChoiceTitle, toPeopleFields } from "./form-fields";
import { toMeetingFields, type MeetingFieldsData } from "./meeting-fields";

export interface EditCardData extends MeetingFieldsData {
  /** The people who can be removed. Their checkboxes have their positions as values. */
  invited: readonly ShownInvitee[];
  /** More people, who stay invited. */
  hiddenCount: number;
  /** Holds the values that the form started with. */
  editToken: string;
  meetingToken: string;
}

interface ShownInvitee {
  name: string;
  role?: AttendeeRole | undefined;
  isKept: boolean;
}

/** A form on a card that changes a meeting. */
export function toEditCard(data: EditCardData, viewer: Viewer): AdaptiveCard {
  const { form, problems, invited, editToken, meetingToken } = data;
  const messages = messagesFor(viewer.locale);
  const { title } = messages.editCard;
  return toCard(
    [
      toHeading(title),
      ...toMeetingFields(data, viewer, messages),
      ...(invited.length > 0 ? toInvitedList(data, messages) : []),
      ...toPeopleFields(form, new Map(), problems, messages),
      toButtonRow([
        {
          title: messages.optionsCard.save,
          verb: "save-edit",
          data: { offer: editToken },
          style: "positive",
        },
        { title: messages.confirmCard.back, verb: "refresh", data: { ref: meetingToken } },
      ]),
    ],
    [title],
  );
}

function toInvitedList({ invited, hiddenCount }: EditCardData, messages: Messages): CardElement[] {
  const { editCard, card } = messages;
  const more = hiddenCount > 0 ? `${card.others({ count: hiddenCount })} · ` : "";
  return [
    {
      type: "Input.ChoiceSet",
      id: "invited",
      label: editCard.invited,
      style: "expanded",
      isMultiSelect: true,
      choices: invited.map(({ name, role }, index) => ({
        title: toNameWithRole(toChoiceTitle(name) || card.somebody, role, messages),
        value: String(index),
      })),
      value: invited.flatMap(({ isKept }, index) => (isKept ? index : [])).join(","),
    },
    toTextLine(`${more}${editCard.remove}`, SMALL_PRINT, "None"),
  ];
}
