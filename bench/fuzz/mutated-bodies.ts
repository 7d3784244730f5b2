import fc from "fast-check";

type Change = (value: unknown) => unknown;

const HOSTILE_TEXTS = ["", " ", "\u0000", "\uD800", "\u202Eabc", "<at>x</at>", "[a](b)"].concat(
  ["x".repeat(30_000), "🚀".repeat(300), "19:x@thread.tacv2;messageid=", "http://127.0.0.1:9/"],
  ["2026-13-45T99:99", "__proto__"],
);
const HOSTILE_VALUES = [null, true, 0, -1, 1e308, [], {}, [null], [[]], { id: {} }, { id: "" }];
const values = fc.oneof(
  fc.constantFrom<unknown>(...HOSTILE_TEXTS, ...HOSTILE_VALUES),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: "binary", maxLength: 100 }),
);
const picks = fc.nat({ max: 1_000_000 });

/** A change of one value in the JSON. `undefined` removes it. */
const changes: fc.Arbitrary<Change> = fc.oneof(
  values.map((value) => () => value),
  fc.constant(() => undefined),
  values.map((value) => (old: unknown) => [old, value]),
  picks.map((at) => (old: unknown) => (typeof old === "string" ? cut(old, at) : { old })),
);

function cut(text: string, at: number): string {
  const place = at % (text.length + 1);
  return text.slice(0, place) + text.slice(place + 1);
}

function listPaths(value: unknown): string[][] {
  if (typeof value !== "object" || value === null) return [[]];
  const nested = Object.entries(value).flatMap(([name, child]) =>
    listPaths(child).map((path) => [name].concat(path)),
  );
  return [[], ...nested];
}

function changeAt(value: unknown, [name, ...rest]: string[], change: Change): unknown {
  if (name === undefined || typeof value !== "object" || value === null) return change(value);
  const entries = Object.entries(value).map(([key, child]): [string, unknown] => [
    key,
    key === name ? changeAt(child, rest, change) : child,
  ]);
  return Array.isArray(value) ? entries.map(([, child]) => child) : Object.fromEntries(entries);
}

const byteChanges = fc.record({
  at: picks,
  bytes: fc.array(fc.nat({ max: 255 }), { maxLength: 4 }),
  removed: fc.oneof(fc.nat({ max: 4 }), picks),
});

/** Bodies of requests: activities with up to four changed values, and every fifth with changed bytes. */
export function mutatedBodies(corpus: readonly object[]): fc.Arbitrary<Buffer> {
  const steps = fc.array(fc.tuple(picks, changes), { maxLength: 4 });
  const changed = fc.tuple(fc.constantFrom(...corpus), steps).map(([activity, all]) => {
    const body = all.reduce<unknown>((value, [pick, change]) => {
      const paths = listPaths(value);
      return changeAt(value, paths[pick % paths.length] ?? [], change);
    }, activity);
    return Buffer.from(JSON.stringify(body) ?? "");
  });
  const withBytes = fc
    .tuple(changed, fc.array(byteChanges, { minLength: 1, maxLength: 3 }))
    .map(([body, all]) =>
      all.reduce((before, { at, bytes, removed }) => {
        const start = at % (before.length + 1);
        const rest = before.subarray(start + removed);
        return Buffer.concat([before.subarray(0, start), Buffer.from(bytes), rest]);
      }, body),
    );
  return fc.oneof({ arbitrary: changed, weight: 4 }, { arbitrary: withBytes, weight: 1 });
}
