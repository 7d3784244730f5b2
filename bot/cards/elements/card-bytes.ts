import { JsonBytes } from "../../../src/json-bytes";
import type { AdaptiveCard } from "./adaptive-card";

/** A card's JSON before and after the ids of its readers, and what the card has besides its body. */
interface Frame {
  fallbackText: string;
  msteams: object | undefined;
  action: object | undefined;
  start: string;
  end: string;
}

const frames = new WeakMap<AdaptiveCard["body"], Frame>();

/** The card as JSON. Cards share frozen parts, and the JSON of those is kept as long as they are. */
export function toCardBytes(card: AdaptiveCard): JsonBytes {
  const { start, end } = findFrame(card) ?? toFrame(card);
  return card.refresh
    ? JsonBytes.join(start, JsonBytes.of(card.refresh.userIds), end)
    : JsonBytes.join(start, end);
}

function findFrame({ body, refresh, fallbackText, msteams }: AdaptiveCard): Frame | undefined {
  const known = frames.get(body);
  const isSame =
    known?.action === refresh?.action &&
    known?.fallbackText === fallbackText &&
    known.msteams === msteams;
  return isSame ? known : undefined;
}

function toFrame(card: AdaptiveCard): Frame {
  const { body, refresh, fallbackText, msteams } = card;
  const rest = JsonBytes.of({ ...card, body: undefined, refresh: undefined }).text.slice(0, -1);
  const refreshStart = refresh
    ? `,"refresh":{"action":${JsonBytes.of(refresh.action).text},"userIds":`
    : "";
  const frame = {
    fallbackText,
    msteams,
    action: refresh?.action,
    start: `${rest}${refreshStart}`,
    end: `${refresh ? "}" : ""},"body":${JsonBytes.of(body).text}}`,
  };
  const isFrozen = [body, refresh?.action, msteams].every((part) => Object.isFrozen(part));
  if (isFrozen) frames.set(body, frame);
  return frame;
}
