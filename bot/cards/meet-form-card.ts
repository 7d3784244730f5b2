import type { MeetForm } from "../../src/request/meet-form";
import type { Messages } from "../locales/messages";
import type { Viewer } from "../turn/viewer";
import type {
  ActionSet,
  AdaptiveCard,
  ButtonData,
  CardElement,
  ColumnSet,
  FormElement,
  SubmitAction,
  TextInput,
} from "./elements/adaptive-card";
import type { CardButton } from "./elements/card-button";
import { toCard } from "./elements/card-frame";
import { toJoinRow, toOpenableLink } from "./meeting/join-button";
import type { MeetingCardData } from "./meeting/meeting-card-data";
import { SUBTLE, toSubject, toWhen } from "./meeting/meeting-lines";
import { toNames } from "./elements/names";
import { toNotice, type Notice } from "./elements/notice-card";
import { toBareText, toPlainText } from "./elements/plain-text";
import { toZoneName } from "./elements/viewer-clock";
import { toPlainLines, toTextLine } from "./elements/text-line";

export interface MeetFormData {
  form: MeetForm;
  /** What is wrong with entries, each told at its field. */
  problems: readonly { field: keyof MeetForm; text: string }[];
  /** The meeting that there is. */
  meeting?: Pick<MeetingCardData, "subject" | "time" | "joinWebUrl" | "people">;
  /** Who is picked already: names by Entra object id. Where there is no people picker these are boxes to tick. */
  names: ReadonlyMap<string, string>;
  /** Told above everything. */
  notice?: Notice;
  /** Comes back with what was entered. */
  data: ButtonData;
  /** What else can be done with the meeting. */
  more?: readonly CardButton[];
}

const MAX_PROBLEM = 400;
const MAX_NAME = 60;
/** Together with everything else that a person may enter a card of 28 KB, in any script. */
const MAX_TYPED = { topic: 1000, addresses: 2500, room: 100 } as const;

/** The dialog in which somebody says what to meet about, when and with whom: each field under its name. */
export function toMeetFormCard(
  { form, problems, meeting, names, notice, data, more = [] }: MeetFormData,
  viewer: Viewer,
  messages: Messages,
): AdaptiveCard {
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
    ...toValue(form[id].slice(0, MAX_TYPED[id])),
  });
  const minutes = Number(form.minutes);
  const body: CardElement[] = [
    ...(notice ? [toNotice(notice)] : []),
    ...(meeting ? toMeetingLines(meeting, viewer, messages) : []),
    ...toField(toText("topic")),
    toPair(
      toField({ type: "Input.Date", id: "day", label: words.day, ...toValue(form.day) }),
      toField({ type: "Input.Time", id: "time", label: words.time, ...toValue(form.time) }),
    ),
    toTextLine(
      messages.roomsCard.zone({ zone: toZoneName(viewer) }),
      { isSubtle: true, size: "Small" },
      "Small",
    ),
    toPair(
      toField({
        type: "Input.Number",
        id: "minutes",
        label: words.minutes.label,
        placeholder: words.minutes.hint,
        ...(form.minutes && Number.isFinite(minutes) && { value: minutes }),
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
      ...toValue(form.people),
    }),
    // Its label goes on with the picker's: a client without one shows that label, and nothing between them.
    ...toField({ ...toText("addresses"), spacing: "Small" }),
    toRow("Medium", [
      { type: "Action.Submit", title: messages.meet.button, style: "positive", data },
    ]),
    ...more.map((button) => toRow("Small", [toSubmit(button)])),
  ];
  return toCard(body, [words.title]);
}

/** Renderers differ in whether a title is Markdown. */
function toChoice([value, name]: [aadId: string, name: string]) {
  return { value, title: toBareText(toPlainText(name, MAX_NAME)).trim() || value };
}

function toRow(spacing: ActionSet["spacing"], actions: SubmitAction[]): ActionSet {
  return { type: "ActionSet", spacing, actions };
}

function toSubmit({ verb, data, ...look }: CardButton): SubmitAction {
  return { ...look, type: "Action.Submit", data: { ...data, verb } };
}

function toValue(value: string): { value?: string } {
  return value === "" ? {} : { value };
}

function toMeetingLines(
  { subject, time, joinWebUrl, people = [] }: NonNullable<MeetFormData["meeting"]>,
  viewer: Viewer,
  messages: Messages,
): CardElement[] {
  const joinUrl = toOpenableLink(joinWebUrl);
  const names = toNames(people, viewer, messages);
  return [
    toTextLine(messages.meetForm.existing, { isSubtle: true }),
    toTextLine(toSubject(subject, messages), { weight: "Bolder" }, "Small"),
    ...toWhen({ time }, viewer, messages),
    ...(names ? [toTextLine(messages.card.with({ people: names }), SUBTLE, "Small")] : []),
    ...(joinUrl ? [toJoinRow(joinUrl, messages)] : []),
  ];
}

function toPair(one: FormElement[], other: FormElement[]): ColumnSet {
  const columns = [one, other].map((items) => ({
    type: "Column" as const,
    width: "stretch" as const,
    items,
  }));
  return { type: "ColumnSet", spacing: "Default", columns };
}
