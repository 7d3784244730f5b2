import type { AdaptiveCard } from "./adaptive-card";

const texts = new WeakMap<object, string>();

/** The card as JSON. Cards share frozen elements, whose JSON is kept as long as they are. */
export function toCardText({ body, ...rest }: AdaptiveCard): string {
  const elements = body.map(toElementText).join(",");
  return `${JSON.stringify(rest).slice(0, -1)},"body":[${elements}]}`;
}

function toElementText(element: object): string {
  const known = texts.get(element);
  if (known !== undefined) return known;
  const text = JSON.stringify(element);
  if (Object.isFrozen(element)) texts.set(element, text);
  return text;
}
