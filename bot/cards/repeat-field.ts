import type { MeetingSeries } from "../../src/meetings/record/meeting-record";
import { OTHER_CHOICE, type MeetForm } from "../../src/request/meet-form";
import { LISTED_RULES, ONCE, OWN_RULE } from "../../src/request/repeat-field";
import type { Messages } from "../locales/messages";
import type { Viewer } from "../turn/viewer";
import type { ChoiceSet, FormElement, TextInput } from "./elements/adaptive-card";
import { formatRule, formatRuleAndEnd } from "./elements/format-recurrence";
import { toChoiceTitle, toField, type FieldProblem } from "./form-fields";

const MAX_RULE = 200;

/** What a list of rules offers besides those that any meeting can have. */
export interface RuleChoices {
  /** The series that the meeting has. */
  series?: Pick<MeetingSeries, "recurrence" | "startsAt"> | undefined;
  /** Whether it can't end here. */
  isKept?: boolean;
}

/** A list of rules. After a choice of another one, or a wrong entry, a field for any rule. */
export function toRepeatField(
  { repeat }: Pick<MeetForm, "repeat">,
  choices: RuleChoices,
  problems: readonly FieldProblem[],
  viewer: Viewer,
  messages: Messages,
): FormElement[] {
  return toField(
    isTyped(repeat, problems)
      ? toRuleInput(repeat, messages)
      : toRuleList(repeat, choices, viewer, messages),
    problems,
  );
}

/** Whether the rule is a text, not one of the list. */
export function isTyped(repeat: string, problems: readonly FieldProblem[]): boolean {
  const listed = ["", ONCE, OWN_RULE, ...LISTED_RULES.map(([phrase]) => phrase)];
  return !listed.includes(repeat) || problems.some(({ field }) => field === "repeat");
}

function toRuleInput(repeat: string, { meetForm }: Messages): TextInput & { id: "repeat" } {
  const { label, hint } = meetForm.repeat;
  const value = repeat === OTHER_CHOICE ? undefined : repeat.slice(0, MAX_RULE);
  return {
    type: "Input.Text",
    id: "repeat",
    label,
    placeholder: hint,
    maxLength: MAX_RULE,
    ...(value && { value }),
  };
}

function toRuleList(
  repeat: string,
  { series, isKept }: RuleChoices,
  viewer: Viewer,
  messages: Messages,
): ChoiceSet & { id: "repeat" } {
  const { label, once, other } = messages.meetForm.repeat;
  const rules = LISTED_RULES.filter(([, rule]) => !series || !isSameRule(rule, series.recurrence));
  return {
    type: "Input.ChoiceSet",
    id: "repeat",
    label,
    style: "compact",
    choices: [
      ...(isKept ? [] : [{ title: once, value: ONCE }]),
      ...(series
        ? [{ title: toChoiceTitle(formatRuleAndEnd(series, viewer, messages)), value: OWN_RULE }]
        : []),
      ...rules.map(([value, rule]) => ({
        title: formatRule({ ...rule, timeZone: "UTC" }, viewer, messages),
        value,
      })),
      { title: other, value: OTHER_CHOICE },
    ],
    value: repeat || (series ? OWN_RULE : ONCE),
  };
}

/** A weekly rule of one day is "every week". */
function isSameRule(
  rule: (typeof LISTED_RULES)[number][1],
  { frequency, interval, weekdays, place, until, count }: MeetingSeries["recurrence"],
): boolean {
  const isEndless = until === undefined && count === undefined;
  const hasDays = rule.weekdays
    ? weekdays?.join() === rule.weekdays.join()
    : (weekdays?.length ?? 1) === 1 && place === undefined;
  return isEndless && hasDays && rule.frequency === frequency && rule.interval === interval;
}
