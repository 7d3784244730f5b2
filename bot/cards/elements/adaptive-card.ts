import { toBareText } from "./text-line";

/**
 * The part of Adaptive Cards 1.5 that we use (https://adaptivecards.io/explorer). Texts are `TextRun`s, which
 * Teams shows as typed: it renders a `TextBlock` or a `Fact` as Markdown.
 */
export interface AdaptiveCard {
  type: "AdaptiveCard";
  $schema: "http://adaptivecards.io/schemas/adaptive-card.json";
  version: "1.5";
  fallbackText: string;
  body: CardElement[];
  refresh?: { action: ExecuteAction; userIds: string[] };
  msteams?: { entities: MentionEntity[] };
}

export type CardElement =
  RichTextBlock | MentionBlock | Container | ColumnSet | ActionSet | FormElement;

/** Elements that can be in a column of a form. */
export type FormElement =
  RichTextBlock | ChoiceSet | Checkboxes | PeoplePicker | TextInput | MomentInput | NumberInput;

type Spacing = "None" | "Small" | "Default" | "Medium" | "Large";

export interface RichTextBlock {
  type: "RichTextBlock";
  inlines: TextRun[];
  spacing?: Spacing;
  separator?: true;
}

interface TextRun extends TextLook {
  type: "TextRun";
  text: string;
}

export interface TextLook {
  size?: "Small" | "Large";
  weight?: "Bolder";
  isSubtle?: boolean;
  color?: "Attention" | "Accent" | "Good";
}

/** Only for mentions, which Teams doesn't support in a `TextRun`. The text is Markdown. */
export interface MentionBlock {
  type: "TextBlock";
  text: string;
  wrap: true;
  isSubtle?: boolean;
  spacing?: Spacing;
}

/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format */
export interface MentionEntity {
  type: "mention";
  /** Exactly as in the text block: `<at>Ana</at>`. */
  text: string;
  mentioned: { id: string; name: string };
}

export interface Container {
  type: "Container";
  style?: "accent" | "attention";
  /** Extends the color to the edges of the card. */
  bleed?: true;
  items: (RichTextBlock | ColumnSet | TextInput)[];
  minHeight?: `${number}px`;
  /** For {@link ToggleAction}. */
  id?: string;
  isVisible?: false;
  spacing?: Spacing;
}

export interface ColumnSet {
  type: "ColumnSet";
  columns: Column[];
  spacing?: Spacing;
  separator?: true;
}

export interface Column {
  type: "Column";
  /** "stretch" shares the remaining width, "auto" fits the content. */
  width: "stretch" | "auto" | `${number}px`;
  items: (FormElement | ActionSet)[];
  verticalContentAlignment?: "Center";
}

export interface ActionSet {
  type: "ActionSet";
  actions: CardAction[];
  spacing?: Spacing;
}

interface Input {
  id: string;
  label: string;
  spacing?: Spacing;
}

interface Choices extends Input {
  type: "Input.ChoiceSet";
  choices: { title: string; value: string }[];
  /** Without a value, nothing is selected and the placeholder shows. */
  value?: string | undefined;
  placeholder?: string | undefined;
}

/** Every button sends the value of the selected choice along. */
export interface ChoiceSet extends Choices {
  style: "compact";
}

/** Sends the values of the checked boxes, separated by commas. */
interface Checkboxes extends Choices {
  style: "expanded";
  isMultiSelect: true;
}

/**
 * Teams' people picker, which returns Entra object ids separated by commas. `choices` adds to the people of the
 * organization in the search, so it lists only those already selected.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker
 */
interface PeoplePicker extends Choices {
  isMultiSelect: true;
  "choices.data": { type: "Data.Query"; dataset: "graph.microsoft.com/users" };
}

export interface TextInput extends Input {
  type: "Input.Text";
  value?: string;
  isMultiline?: true;
  /** Fills its container. */
  height?: "stretch";
  placeholder?: string;
  maxLength?: number;
}

interface MomentInput extends Input {
  type: "Input.Date" | "Input.Time";
  /** `2026-11-24` or `15:00`. */
  value?: string;
}

export interface NumberInput extends Input {
  type: "Input.Number";
  value?: number;
  placeholder?: string;
}

export type CardAction = OpenUrlAction | ExecuteAction | SubmitAction | ToggleAction;

export interface ActionLook {
  title: string;
  style?: "positive" | "destructive";
  /** In the "…" menu, in clients that have one. */
  mode?: "secondary";
  /** For screen readers, where several buttons have the same title. */
  tooltip?: string;
}

interface OpenUrlAction extends ActionLook {
  type: "Action.OpenUrl";
  url: string;
}

/** Shows or hides elements by id, in the client only. */
interface ToggleAction extends ActionLook {
  type: "Action.ToggleVisibility";
  targetElements: string[];
}

export interface ExecuteAction extends ActionLook {
  type: "Action.Execute";
  verb: string;
  data: ButtonData;
  fallback?: SubmitAction;
}

/** The fallback for older clients, and the only kind that dialogs support. */
export interface SubmitAction extends ActionLook {
  type: "Action.Submit";
  data:
    | ButtonData
    | { msteams: { feedback: { hide: true } } | { justInTimeInstall: true }; preview?: string };
}

/** Clients send it back, so it's untrusted input. */
export type ButtonData = Readonly<Record<string, string>>;

/** The size of the value as JSON. */
export function toBytes(value: object | string): number {
  return Buffer.byteLength(JSON.stringify(value));
}

/** Cards whose buttons hold long requests leave something out above this. No card may have 28 KB. */
export const MAX_CARD_BYTES = 27_500;

/**
 * @param texts What clients that can't render cards show instead.
 * @param link A link to show after these texts.
 */
export function toCard(body: CardElement[], texts: readonly string[], link?: string): AdaptiveCard {
  const bareText = toBareText(texts.filter(Boolean).join(" "));
  return {
    type: "AdaptiveCard",
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    version: "1.5",
    fallbackText: [bareText, link].filter(Boolean).join(" "),
    body,
  };
}

export function toColumn(
  width: Column["width"],
  items: Column["items"],
  verticalContentAlignment?: "Center",
): Column {
  return { type: "Column", width, verticalContentAlignment, items };
}

/** Two columns of equal width. */
export function toPair(
  left: Column["items"],
  right: Column["items"],
  look: Pick<ColumnSet, "separator"> = {},
): ColumnSet {
  const columns = [toColumn("stretch", left), toColumn("stretch", right)];
  return { type: "ColumnSet", spacing: "Default", ...look, columns };
}
