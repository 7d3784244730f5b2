import { withDeadline, type Sleep } from "../async/deadline";
import { createExpiringCache } from "../async/expiring-cache";
import { singleFlight } from "../async/single-flight";

/** Load balancers and monitors ask every few seconds, each of them. */
const KEPT_MS = 5_000;
/** Load balancers wait a few seconds for an answer. */
const PART_TIMEOUT_MS = 2_000;

/** What each turn needs. A part throws when it can't be reached. */
export type ReadinessParts = Readonly<Record<string, () => Promise<unknown>>>;

/** Returns the name of a part that can't be reached, or `undefined`. */
export type FindUnready = () => Promise<string | undefined>;

/** Asks each part within 2 s, and remembers the result for 5 s. */
export function createReadiness(
  parts: ReadinessParts,
  { now, sleep }: { now: () => Date; sleep: Sleep },
): FindUnready {
  const results = createExpiringCache<{ unready?: string }>({
    maxEntries: 1,
    ttlMs: KEPT_MS,
    now,
  });
  const check = singleFlight(async (name: "parts") => {
    const names = await Promise.all(Object.entries(parts).map(findFailure));
    const unready = names.find((failed) => failed !== undefined);
    results.set(name, unready === undefined ? {} : { unready });
    return unready;
  });
  return async () => {
    const known = results.get("parts");
    return known ? known.unready : check("parts");
  };

  async function findFailure([name, reach]: [string, () => Promise<unknown>]) {
    try {
      await withDeadline(PART_TIMEOUT_MS, reach, { sleep });
      return undefined;
    } catch {
      return name;
    }
  }
}
