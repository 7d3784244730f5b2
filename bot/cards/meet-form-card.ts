import type { MeetForm } from "../../src/request/meet-form";
import { messagesFor, type Messages } from "../locales/messages";
import type { Viewer } from "../turn/viewer";
import {
  toCard,
  toPair,
  type AdaptiveCard,
  type ButtonData,
  type CardElement,
  type SubmitAction,
} from "./elements/adaptive-card";
import { toActionRow, toJoinRow, toOpenableLink, type CardButton } from "./elements/card-button";
import type { MeetingCardData } from "./meeting/meeting-card-data";
import { toTimeLines } from "./meeting/time-lines";
import { toNameList, toSubject } from "./elements/names";
import { toNotice, type Notice } from "./elements/notice-card";
import { SUBTLE, toTextLine } from "./elements/text-line";
import {
  toField,
  toMinutesField,
  toPeopleFields,
  toStartFields,
  toTextField,
  type FieldProblem,
} from "./form-fields";

export interface MeetFormData {
  form: MeetForm;
  /** Without a room, the meeting is the thread's own. */
  isForThread?: boolean;
  problems: readonly FieldProblem[];
  /** The existing meeting. */
  meeting?: Pick<MeetingCardData, "subject" | "time" | "joinWebUrl"> & {
    people?: readonly string[];
  };
  now: Date;
  /** Selected people: names by Entra object id. */
  names: ReadonlyMap<string, string>;
  notice?: Notice;
  /** Sent back with the entries. */
  data: ButtonData;
  /** More actions for the meeting. */
  more?: readonly CardButton[];
}

/** The dialog for a meeting's name, time and people. Each field has a label above it. */
export function toMeetFormCard(
  { form, isForThread, problems, meeting, names, notice, data, now, more = [] }: MeetFormData,
  viewer: Viewer,
): AdaptiveCard {
  const messages = messagesFor(viewer.locale);
  const words = messages.meetForm;
  const hint = isForThread ? { placeholder: messages.solve.thread } : {};
  const body: CardElement[] = [
    ...(notice ? [toNotice(notice)] : []),
    ...(meeting ? toMeetingLines(meeting, now, viewer, messages) : []),
    ...toField(toTextField("topic", form, messages), problems),
    ...toStartFields(form, problems, now, viewer, messages),
    toPair(
      toField(toMinutesField(form.minutes, messages), problems),
      toField({ ...toTextField("room", form, messages), ...hint }, problems),
    ),
    ...toPeopleFields(form, names, problems, messages),
    toActionRow([{ type: "Action.Submit", title: messages.meet.button, style: "positive", data }]),
    ...more.map((button) => toActionRow([toSubmit(button)], "Small")),
  ];
  return toCard(body, [words.title]);
}

function toSubmit({ verb, data, ...look }: CardButton): SubmitAction {
  return { ...look, type: "Action.Submit", data: { ...data, verb } };
}

function toMeetingLines(
  { subject, time, joinWebUrl, people = [] }: NonNullable<MeetFormData["meeting"]>,
  now: Date,
  viewer: Viewer,
  messages: Messages,
): CardElement[] {
  const joinUrl = toOpenableLink(joinWebUrl);
  return [
    toTextLine(messages.meetForm.existing, SUBTLE),
    toTextLine(toSubject(subject, messages), { weight: "Bolder" }, "Small"),
    ...toTimeLines(time, viewer, messages, now),
    ...(people.length > 0 ? [toTextLine(toNameList(people, messages), SUBTLE, "Small")] : []),
    ...(joinUrl ? [toJoinRow(joinUrl, messages)] : []),
  ];
}
