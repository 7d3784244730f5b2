import type { MeetForm } from "../../src/request/meet-form";
import type { Messages } from "../locales/messages";
import type { Viewer } from "../turn/viewer";
import { toPair, type CardElement } from "./elements/adaptive-card";
import {
  toField,
  toLengthField,
  toStartFields,
  toTextField,
  type FieldProblem,
} from "./form-fields";
import { isTyped, toRepeatField, type RuleChoices } from "./repeat-field";

/** What the fields show. */
export interface MeetingFieldsData {
  form: MeetForm;
  problems: readonly FieldProblem[];
  /** For the list of rules. */
  rules?: RuleChoices | undefined;
  /** For the name of the time zone. */
  now: Date;
}

/** The name, the start, the duration and how the meeting repeats. */
export function toMeetingFields(
  { form, problems, rules = {}, now }: MeetingFieldsData,
  viewer: Viewer,
  messages: Messages,
): CardElement[] {
  const length = toLengthField(form, problems, viewer, messages);
  const repeat = toRepeatField(form, rules, problems, viewer, messages);
  // A text and a series' own rule need more room than the rest of the list.
  const isLong = rules.series !== undefined || isTyped(form.repeat, problems);
  return [
    ...toField(toTextField("topic", form, messages), problems),
    ...toStartFields(form, problems, now, viewer, messages),
    ...(isLong ? [...length, ...repeat] : [toPair(length, repeat)]),
  ];
}
