import { memoizeFrozen } from "../../../src/async/memo";
import { JsonBytes } from "../../../src/json-bytes";
import type { AdaptiveCard } from "./adaptive-card";

/** The card as JSON. Cards share frozen parts, whose JSON is kept as long as they are. */
export function toCardBytes(card: AdaptiveCard): JsonBytes {
  const { body, refresh } = card;
  // A copy without two properties takes several times as long as one in which they're undefined.
  const start = JsonBytes.of({ ...card, body: undefined, refresh: undefined }).text.slice(0, -1);
  if (!refresh) return JsonBytes.join(start, ',"body":', toPartBytes(body), "}");
  const { action, userIds } = refresh;
  const refreshStart = JsonBytes.join(
    ',"refresh":{"userIds":',
    JsonBytes.of(userIds),
    ',"action":',
  );
  return JsonBytes.join(
    start,
    refreshStart,
    toPartBytes(action),
    '},"body":',
    toPartBytes(body),
    "}",
  );
}

const toPartBytes = memoizeFrozen((part: object) => JsonBytes.of(part));
