/**
 * The part of Adaptive Card 1.5 that our cards use (https://adaptivecards.io/explorer). Texts stand in
 * `TextRun`s, which are shown as they are: a `TextBlock` and a `Fact` are Markdown in Teams.
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
  RichTextBlock | MentionBlock | Container | ColumnSet | ActionSet | ChoiceSet | FormElement;

/** What a dialog asks with. */
export type FormElement =
  RichTextBlock | PeoplePicker | TextInput | DayInput | TimeInput | NumberInput;

type Spacing = "None" | "Small" | "Default" | "Medium" | "Large";

export interface RichTextBlock {
  type: "RichTextBlock";
  inlines: TextRun[];
  spacing?: Spacing;
}

interface TextRun extends TextLook {
  type: "TextRun";
  text: string;
}

export interface TextLook {
  size?: "Small" | "Large";
  weight?: "Bolder";
  isSubtle?: boolean;
  color?: "Attention";
}

/** For mentions only, which Teams knows nowhere else. Its text is Markdown. */
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
  /** Exactly as it stands in the text: `<at>Ana</at>`. */
  text: string;
  mentioned: { id: string; name: string };
}

export interface Container {
  type: "Container";
  style: "accent" | "attention";
  /** The colour reaches to the edges of the card. */
  bleed: true;
  items: RichTextBlock[];
}

export interface ColumnSet {
  type: "ColumnSet";
  columns: Column[];
  spacing?: Spacing;
  separator?: true;
}

export interface Column {
  type: "Column";
  /** "stretch" shares what is left, "auto" is as wide as what stands in it. */
  width: "stretch" | "auto" | `${number}px`;
  items: (FormElement | ActionSet)[];
  verticalContentAlignment?: "Center";
}

export interface ActionSet {
  type: "ActionSet";
  actions: CardAction[];
  spacing?: Spacing;
}

/** Comes back, as the value of a choice, in the data of whatever button is pressed. */
export interface ChoiceSet {
  type: "Input.ChoiceSet";
  id: string;
  label: string;
  style: "compact";
  choices: { title: string; value: string }[];
  /** Without one nothing is chosen, and the placeholder shows. */
  value?: string;
  placeholder?: string;
  spacing?: Spacing;
}

/**
 * Teams' own search for people; their Entra object ids come back with commas between. Choices are found by the
 * search beside the people of the organization, so that nobody is one but who is chosen already; mostly there are none:
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker
 */
export interface PeoplePicker {
  type: "Input.ChoiceSet";
  id: string;
  label: string;
  isMultiSelect: true;
  "choices.data": { type: "Data.Query"; dataset: "graph.microsoft.com/users" };
  choices: { title: string; value: string }[];
  value?: string;
  placeholder?: string;
  spacing?: Spacing;
}

interface Input {
  id: string;
  label: string;
  spacing?: Spacing;
}

export interface TextInput extends Input {
  type: "Input.Text";
  value?: string;
  isMultiline?: true;
  placeholder?: string;
  maxLength?: number;
}

/** `2026-11-24`. */
export interface DayInput extends Input {
  type: "Input.Date";
  value?: string;
}

/** `15:00`. */
export interface TimeInput extends Input {
  type: "Input.Time";
  value?: string;
}

export interface NumberInput extends Input {
  type: "Input.Number";
  value?: number;
  placeholder?: string;
}

export type CardAction = OpenUrlAction | ExecuteAction | SubmitAction;

export interface ActionLook {
  title: string;
  style?: "positive" | "destructive";
  /** Behind "…", where clients have it. */
  mode?: "secondary";
}

interface OpenUrlAction extends ActionLook {
  type: "Action.OpenUrl";
  url: string;
  /** What a screen reader says where several buttons have the same title. */
  tooltip?: string;
}

export interface ExecuteAction extends ActionLook {
  type: "Action.Execute";
  verb: string;
  data: ButtonData;
  fallback?: SubmitAction;
}

/** The fallback of another, and the only one that dialogs know. */
export interface SubmitAction extends ActionLook {
  type: "Action.Submit";
  data:
    | ButtonData
    | { msteams: { feedback: { hide: true } } | { justInTimeInstall: true }; preview?: string };
}

/** Comes back as user input. */
export interface ButtonData {
  readonly [name: string]: string;
}
