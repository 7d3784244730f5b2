/**
 * The part of Adaptive Card 1.5 that our cards use (https://adaptivecards.io/explorer). Texts stand in
 * `TextRun`s only: a `TextBlock` and a `Fact` are Markdown in Teams, a run is shown as it is.
 */
export interface AdaptiveCard {
  type: "AdaptiveCard";
  $schema: "http://adaptivecards.io/schemas/adaptive-card.json";
  version: "1.5";
  fallbackText: string;
  body: CardElement[];
  refresh?: { action: ExecuteAction; userIds: string[] };
}

type CardElement = RichTextBlock | Container | ActionSet;

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
}

export interface Container {
  type: "Container";
  style: "accent" | "attention";
  /** The colour reaches to the edges of the card. */
  bleed: true;
  items: RichTextBlock[];
}

export interface ActionSet {
  type: "ActionSet";
  actions: CardAction[];
  spacing?: Spacing;
}

export type CardAction = OpenUrlAction | ExecuteAction;

interface ActionLook {
  title: string;
  style?: "positive";
}

interface OpenUrlAction extends ActionLook {
  type: "Action.OpenUrl";
  url: string;
}

export interface ExecuteAction extends ActionLook {
  type: "Action.Execute";
  verb: string;
  data: ButtonData;
  fallback?: SubmitAction;
}

interface SubmitAction extends ActionLook {
  type: "Action.Submit";
  data: ButtonData | { msteams: { feedback: { hide: true } } };
}

/** Comes back as user input. */
export interface ButtonData {
  readonly [name: string]: string;
}
