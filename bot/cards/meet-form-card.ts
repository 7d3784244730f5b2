import { messagesFor, type Messages } from "../locales/messages";
import type { Viewer } from "../turn/viewer";
import {
  toCard,
  type AdaptiveCard,
  type ButtonData,
  type CardElement,
  type SubmitAction,
} from "./elements/adaptive-card";
import { toActionRow, toJoinRow, toOpenableLink, type CardButton } from "./elements/card-button";
import { toNameList } from "./elements/names";
import { toNotice, type Notice } from "./elements/notice-card";
import { SMALL_PRINT, SUBTLE, toTextLine } from "./elements/text-line";
import { toField, toPeopleFields, toTextField } from "./form-fields";
import { toMeetingFields, type MeetingFieldsData } from "./meeting-fields";

interface ExistingMeeting {
  joinWebUrl: string;
  /** Everyone who is invited, by name. */
  people: readonly string[];
}

export interface MeetFormData extends MeetingFieldsData {
  /** Without a room, the meeting is the thread's own. */
  isForThread?: boolean;
  /** Absent if the meeting doesn't exist. */
  meeting?: ExistingMeeting;
  /** Selected people: names by Entra object id. */
  names: ReadonlyMap<string, string>;
  notice?: Notice;
  /** The title of the dialog's own button. */
  button: string;
  /** Sent back with the entries. */
  data: ButtonData;
  /** More actions for the meeting. */
  more?: readonly CardButton[];
}

/** The dialog for a meeting's name, time and people. Each field has a label above it. */
export function toMeetFormCard(
  { isForThread, meeting, names, notice, button, data, more = [], ...fields }: MeetFormData,
  viewer: Viewer,
): AdaptiveCard {
  const { form, problems } = fields;
  const messages = messagesFor(viewer.locale);
  const words = messages.meetForm;
  const hint = isForThread ? { placeholder: messages.solve.thread } : {};
  const body: CardElement[] = [
    ...(notice ? [toNotice(notice)] : []),
    ...(meeting ? toMeetingLines(meeting, messages) : []),
    ...toMeetingFields(fields, viewer, messages),
    ...toField({ ...toTextField("room", form, messages), ...hint }, problems),
    ...toPeopleFields(form, names, problems, messages),
    ...(meeting ? toInvitedLine(meeting, messages) : []),
    toActionRow([{ type: "Action.Submit", title: button, style: "positive", data }]),
    ...more.map((action) => toActionRow([toSubmit(action)], "Small")),
  ];
  return toCard(body, [words.title]);
}

function toSubmit({ verb, data, ...look }: CardButton): SubmitAction {
  return { ...look, type: "Action.Submit", data: { ...data, verb } };
}

/** The meeting's name and time are in the fields. */
function toMeetingLines({ joinWebUrl }: ExistingMeeting, messages: Messages): CardElement[] {
  const joinUrl = toOpenableLink(joinWebUrl);
  return [
    toTextLine(messages.meetForm.existing, SUBTLE),
    ...(joinUrl ? [toJoinRow(joinUrl, messages)] : []),
  ];
}

/** The people field only has people to add. */
function toInvitedLine({ people }: ExistingMeeting, messages: Messages): CardElement[] {
  if (people.length === 0) return [];
  const names = toNameList(people, messages);
  return [toTextLine(messages.meetForm.invited({ names }), SMALL_PRINT, "Small")];
}
