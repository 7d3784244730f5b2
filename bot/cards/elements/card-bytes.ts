import type { AdaptiveCard } from "./adaptive-card";

const bodies = new WeakMap<object, Buffer>();

/** The card as JSON. Cards share frozen bodies, whose JSON is kept as long as they are. */
export function toCardBytes({ body, ...rest }: AdaptiveCard): Buffer {
  const start = Buffer.from(`${JSON.stringify(rest).slice(0, -1)},"body":`);
  return Buffer.concat([start, toBodyBytes(body), Buffer.from("}")]);
}

function toBodyBytes(body: AdaptiveCard["body"]): Buffer {
  const known = bodies.get(body);
  if (known) return known;
  const bytes = Buffer.from(JSON.stringify(body));
  if (Object.isFrozen(body)) bodies.set(body, bytes);
  return bytes;
}
