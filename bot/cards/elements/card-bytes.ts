import { memoizeFrozen } from "../../../src/async/memo";
import { JsonBytes } from "../../../src/json-bytes";
import type { AdaptiveCard } from "./adaptive-card";

/** The card as JSON. Cards share frozen parts, whose JSON is kept as long as they are. */
export function toCardBytes({ body, refresh, ...rest }: AdaptiveCard): JsonBytes {
  const start = JsonBytes.of(rest).text.slice(0, -1);
  if (!refresh) return JsonBytes.join(start, ',"body":', toPartBytes(body), "}");
  const { action, ...ids } = refresh;
  const refreshStart = JsonBytes.of(ids).text.slice(0, -1);
  const refreshBytes = JsonBytes.join(refreshStart, ',"action":', toPartBytes(action), "}");
  return JsonBytes.join(start, ',"refresh":', refreshBytes, ',"body":', toPartBytes(body), "}");
}

const toPartBytes = memoizeFrozen((part: object) => JsonBytes.of(part));
