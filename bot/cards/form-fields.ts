import { OTHER_CHOICE, type MeetForm } from "../../src/request/meet-form";
import type { Messages } from "../locales/messages";
import type { Viewer } from "../turn/viewer";
import {
  toPair,
  type CardElement,
  type ChoiceSet,
  type FormElement,
  type NumberInput,
  type TextInput,
} from "./elements/adaptive-card";
import { formatLength } from "./elements/format-request";
import { toZoneNote } from "./elements/zone-name";
import { toTextLocale } from "./elements/names";
import {
  SMALL_PRINT,
  toBareText,
  toPlainLines,
  toPlainText,
  toTextLine,
} from "./elements/text-line";

/** The fields of forms for a meeting: the dialog of the compose box, and forms on cards. */

/** What's wrong with an entry, shown below its field. */
export interface FieldProblem {
  field: keyof MeetForm;
  text: string;
}

/** Minutes that the lists of durations offer. */
export const LENGTHS: readonly number[] = [15, 30, 45, 60, 90];

const MAX_PROBLEM = 400;
const MAX_NAME = 60;
/** Limits that keep the filled card under 28 KB in any script. */
const MAX_TYPED = { topic: 1000, addresses: 2500, room: 100 } as const;

/** The field, with what's wrong with its entry. */
export function toField(
  element: FormElement & { id: keyof MeetForm },
  problems: readonly FieldProblem[],
): FormElement[] {
  return [
    element,
    ...problems
      .filter(({ field }) => field === element.id)
      .flatMap(({ text }) => toPlainLines(text, MAX_PROBLEM))
      .map((line) => toTextLine(line, { color: "Attention", size: "Small" }, "None")),
  ];
}

export function toTextField(
  id: keyof typeof MAX_TYPED,
  form: MeetForm,
  { meetForm }: Messages,
): TextInput & { id: keyof MeetForm } {
  return {
    type: "Input.Text",
    id,
    label: meetForm[id].label,
    placeholder: meetForm[id].hint,
    maxLength: MAX_TYPED[id],
    value: form[id].slice(0, MAX_TYPED[id]) || undefined,
  };
}

/** The day and the start, and the time zone they're in. */
export function toStartFields(
  { day, time }: Pick<MeetForm, "day" | "time">,
  problems: readonly FieldProblem[],
  now: Date,
  viewer: Viewer,
  messages: Messages,
): CardElement[] {
  const { meetForm } = messages;
  return [
    toPair(
      toField(
        { type: "Input.Date", id: "day", label: meetForm.day, value: day || undefined },
        problems,
      ),
      toField(
        { type: "Input.Time", id: "time", label: meetForm.time, value: time || undefined },
        problems,
      ),
    ),
    toTextLine(toZoneNote(viewer, now, messages), SMALL_PRINT, "Small"),
  ];
}

/** A list of durations. After a choice of another one, or a wrong entry, a field for minutes. */
export function toLengthField(
  { minutes }: Pick<MeetForm, "minutes">,
  problems: readonly FieldProblem[],
  viewer: Viewer,
  messages: Messages,
): FormElement[] {
  const isTyped = minutes === OTHER_CHOICE || problems.some(({ field }) => field === "minutes");
  return toField(
    isTyped ? toMinutesField(minutes, messages) : toLengthList(minutes, viewer, messages),
    problems,
  );
}

function toMinutesField(minutes: string, { meetForm }: Messages): NumberInput & { id: "minutes" } {
  const value = Number(minutes);
  return {
    type: "Input.Number",
    id: "minutes",
    label: meetForm.minutes.label,
    placeholder: meetForm.minutes.hint,
    value: minutes && Number.isFinite(value) ? value : undefined,
  };
}

function toLengthList(
  minutes: string,
  viewer: Viewer,
  messages: Messages,
): ChoiceSet & { id: "minutes" } {
  const own = Number(minutes);
  const isListed = LENGTHS.includes(own) || !(own > 0);
  const listed = isListed ? LENGTHS : [...LENGTHS, own].toSorted((one, other) => one - other);
  return {
    type: "Input.ChoiceSet",
    id: "minutes",
    label: messages.solve.minutes,
    style: "compact",
    choices: [
      ...toLengthChoices(listed, viewer, messages),
      { title: messages.meetForm.otherLength, value: OTHER_CHOICE },
    ],
    value: own > 0 ? String(own) : undefined,
  };
}

export function toLengthChoices(
  lengths: readonly number[],
  viewer: Viewer,
  messages: Messages,
): { title: string; value: string }[] {
  const locale = toTextLocale(viewer, messages);
  return lengths.map((minutes) => ({
    title: formatLength(minutes, locale),
    value: String(minutes),
  }));
}

/**
 * The people picker and, right below, a field for addresses: clients without a picker show only the picker's label, and
 * the second label continues it.
 *
 * @param names Selected people: names by Entra object id. Clients without a picker show them as checkboxes.
 */
export function toPeopleFields(
  form: MeetForm,
  names: ReadonlyMap<string, string>,
  problems: readonly FieldProblem[],
  messages: Messages,
): FormElement[] {
  const { people } = messages.meetForm;
  return [
    ...toField(
      {
        type: "Input.ChoiceSet",
        id: "people",
        label: people.label,
        isMultiSelect: true,
        "choices.data": { type: "Data.Query", dataset: "graph.microsoft.com/users" },
        placeholder: people.hint,
        choices: Array.from(names, toPersonChoice),
        value: form.people || undefined,
      },
      problems,
    ),
    ...toField({ ...toTextField("addresses", form, messages), spacing: "Small" }, problems),
  ];
}

function toPersonChoice([value, name]: [aadId: string, name: string]) {
  return { value, title: toChoiceTitle(name) || value };
}

/** Some renderers show titles as Markdown. */
export function toChoiceTitle(name: string): string {
  return toBareText(toPlainText(name, MAX_NAME)).trim();
}
