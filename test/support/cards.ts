import type {
  AdaptiveCard,
  CardAction,
  ChoiceSet,
  TextInput,
} from "../../bot/cards/elements/adaptive-card";
import type { Answer } from "./start-app";
import type { SentActivity } from "./connector";

/** The card of a sent message. */
export function cardOf(sent: SentActivity | undefined): AdaptiveCard {
  const attachment = sent?.activity.attachments?.[0];
  expect(attachment?.contentType).toBe("application/vnd.microsoft.card.adaptive");
  return attachment?.content as AdaptiveCard;
}

/** The card in a button's response. */
export function cardOfAnswer({ body }: Answer): AdaptiveCard {
  expect(body).toMatchObject({
    statusCode: 200,
    type: "application/vnd.microsoft.card.adaptive",
  });
  return (body as { value: AdaptiveCard }).value;
}

/** The text of a card, in reading order. */
export function textOf(card: Pick<AdaptiveCard, "body">): string {
  return collect(card.body, (node) => {
    const isText = node.type === "TextRun" || node.type === "TextBlock";
    return isText && typeof node.text === "string" ? node.text : undefined;
  }).join("\n");
}

/** The buttons of a card, in reading order. */
export function buttonsOf(card: AdaptiveCard): CardAction[] {
  return collect(card.body, (node) => {
    const isButton = node.type === "Action.OpenUrl" || node.type === "Action.Execute";
    return isButton ? (node as unknown as CardAction) : undefined;
  });
}

/** The text fields of a card, in reading order. */
export function textFieldsOf(card: AdaptiveCard): TextInput[] {
  return collect(card.body, (node) =>
    node.type === "Input.Text" ? (node as unknown as TextInput) : undefined,
  );
}

export function buttonOf(card: AdaptiveCard, title: string): CardAction {
  const button = buttonsOf(card).find((candidate) => candidate.title === title);
  if (!button) throw new Error(`The card has no button “${title}”.`);
  return button;
}

/** The values that a card's fields start with, by id; empty where there's none. */
export function valuesOf(card: AdaptiveCard): Record<string, string> {
  const fields = collect(card.body, (node) =>
    typeof node.type === "string" && node.type.startsWith("Input.") ? node : undefined,
  );
  return Object.fromEntries(
    fields.map(({ id, value = "" }) => [String(id), String(value)] as const),
  );
}

/** What a list offers, in order. */
export function choicesOf(card: AdaptiveCard, id: string): string[] {
  return collect(card.body, (node) => (node.id === id ? (node as unknown as ChoiceSet) : undefined))
    .flatMap(({ choices }) => choices)
    .map(({ title }) => title);
}

type Node = Record<string, unknown>;

function collect<T>(value: unknown, pick: (node: Node) => T | undefined): T[] {
  if (Array.isArray(value)) return value.flatMap((item) => collect(item, pick));
  if (typeof value !== "object" || value === null) return [];
  const node = value as Node;
  const own = pick(node);
  const children = Object.entries(node).filter(([name]) => name !== "fallback");
  return [
    ...(own === undefined ? [] : [own]),
    ...children.flatMap(([, child]) => collect(child, pick)),
  ];
}
