import type { MeetForm } from "../../src/request/meet-form";
import { messagesFor, type Messages } from "../locales/messages";
import type { Viewer } from "../turn/viewer";
import {
  toCard,
  toPair,
  type AdaptiveCard,
  type ButtonData,
  type CardElement,
  type FormElement,
  type SubmitAction,
  type TextInput,
} from "./elements/adaptive-card";
import { toActionRow, toJoinRow, toOpenableLink, type CardButton } from "./elements/card-button";
import { toZoneName } from "./elements/zone-name";
import type { MeetingCardData } from "./meeting/meeting-card-data";
import { toTimeLines } from "./meeting/time-lines";
import { toNameList, toSubject } from "./elements/names";
import { toNotice, type Notice } from "./elements/notice-card";
import {
  SMALL_PRINT,
  SUBTLE,
  toBareText,
  toPlainLines,
  toPlainText,
  toTextLine,
} from "./elements/text-line";

export interface MeetFormData {
  form: MeetForm;
  /** Errors, shown below their fields. */
  problems: readonly { field: keyof MeetForm; text: string }[];
  /** The existing meeting. */
  meeting?: Pick<MeetingCardData, "subject" | "time" | "joinWebUrl"> & {
    people?: readonly string[];
  };
  now: Date;
  /** Selected people: names by Entra object id. Clients without a people picker show them as checkboxes. */
  names: ReadonlyMap<string, string>;
  notice?: Notice;
  /** Sent back with the entries. */
  data: ButtonData;
  /** More actions for the meeting. */
  more?: readonly CardButton[];
}

const MAX_PROBLEM = 400;
const MAX_NAME = 60;
/** Limits that keep the filled card under 28 KB in any script. */
const MAX_TYPED = { topic: 1000, addresses: 2500, room: 100 } as const;

/** The dialog for a meeting's name, time and people. Each field has a label above it. */
export function toMeetFormCard(
  { form, problems, meeting, names, notice, data, now, more = [] }: MeetFormData,
  viewer: Viewer,
): AdaptiveCard {
  const messages = messagesFor(viewer.locale);
  const words = messages.meetForm;
  const toField = (element: FormElement & { id: keyof MeetForm }): FormElement[] => [
    element,
    ...problems
      .filter(({ field }) => field === element.id)
      .flatMap(({ text }) => toPlainLines(text, MAX_PROBLEM))
      .map((line) => toTextLine(line, { color: "Attention", size: "Small" }, "None")),
  ];
  const toText = (id: keyof typeof MAX_TYPED): TextInput & { id: keyof MeetForm } => ({
    type: "Input.Text",
    id,
    label: words[id].label,
    placeholder: words[id].hint,
    maxLength: MAX_TYPED[id],
    value: form[id].slice(0, MAX_TYPED[id]) || undefined,
  });
  const minutes = Number(form.minutes);
  const body: CardElement[] = [
    ...(notice ? [toNotice(notice)] : []),
    ...(meeting ? toMeetingLines(meeting, now, viewer, messages) : []),
    ...toField(toText("topic")),
    toPair(
      toField({ type: "Input.Date", id: "day", label: words.day, value: form.day || undefined }),
      toField({ type: "Input.Time", id: "time", label: words.time, value: form.time || undefined }),
    ),
    toTextLine(messages.roomsCard.zone({ zone: toZoneName(viewer, now) }), SMALL_PRINT, "Small"),
    toPair(
      toField({
        type: "Input.Number",
        id: "minutes",
        label: words.minutes.label,
        placeholder: words.minutes.hint,
        value: form.minutes && Number.isFinite(minutes) ? minutes : undefined,
      }),
      toField(toText("room")),
    ),
    ...toField({
      type: "Input.ChoiceSet",
      id: "people",
      label: words.people.label,
      isMultiSelect: true,
      "choices.data": { type: "Data.Query", dataset: "graph.microsoft.com/users" },
      placeholder: words.people.hint,
      choices: Array.from(names, toChoice),
      value: form.people || undefined,
    }),
    // Right below the picker: clients without one show only the picker's label, and this label continues it.
    ...toField({ ...toText("addresses"), spacing: "Small" }),
    toActionRow([{ type: "Action.Submit", title: messages.meet.button, style: "positive", data }]),
    ...more.map((button) => toActionRow([toSubmit(button)], "Small")),
  ];
  return toCard(body, [words.title]);
}

/** Some renderers show titles as Markdown. */
function toChoice([value, name]: [aadId: string, name: string]) {
  return { value, title: toBareText(toPlainText(name, MAX_NAME)).trim() || value };
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
