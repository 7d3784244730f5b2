import { LRUCache } from "lru-cache";

/**
 * Remembers the results of a pure function, the most recently used ones. The key names everything that a result depends
 * on. Results are shared, so no caller may change one. `undefined` isn't remembered.
 *
 * @param options Results with a longer key than `maxKeyLength` aren't kept: their keys hold what clients sent.
 */
export function createMemo<V extends {}>({
  maxEntries,
  maxKeyLength,
}: {
  maxEntries: number;
  maxKeyLength: number;
}): <Result extends V | undefined>(key: string, create: () => Result) => V | Result {
  const results = new LRUCache<string, V>({ max: maxEntries });
  return (key, create) => {
    const known = results.get(key);
    if (known !== undefined) return known;
    const result = create();
    if (result !== undefined && key.length <= maxKeyLength) results.set(key, result);
    return result;
  };
}

/** For a result that others get too. What is frozen already isn't looked at again. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}

/** Remembers what is computed from frozen objects, as long as those are in use. They don't change. */
export function memoizeFrozen<K extends object, V extends {}>(
  compute: (value: K) => V,
): (value: K) => V {
  const results = new WeakMap<K, V>();
  return (value) => {
    const known = results.get(value);
    if (known !== undefined) return known;
    const result = compute(value);
    if (Object.isFrozen(value)) results.set(value, result);
    return result;
  };
}

const ids = new WeakMap<object, number>();
let lastId = 0;

/** A number for keys that no other object gets. */
export function idOf(object: object): number {
  const known = ids.get(object);
  if (known !== undefined) return known;
  lastId += 1;
  ids.set(object, lastId);
  return lastId;
}
