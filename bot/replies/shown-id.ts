import { idOf, memoizeFrozen } from "../../src/async/memo";
import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import type { ShownRecord } from "../reply";

/** What no card shows. Most of it changes with each request. */
const UNSHOWN: ReadonlySet<string> = new Set<keyof LiveRecord>([
  "cards",
  "fetchedAt",
  "lease",
  "postedPreviews",
  "postedReminder",
  "plannedReminder",
  "remindedOf",
  "told",
  "indexedLink",
  "callWatch",
]);

/**
 * A text that records have in common only if their cards look the same. Records that were read share the parts that
 * didn't change.
 */
export const toShownId = memoizeFrozen((record: ShownRecord): string => {
  let id = "";
  for (const [name, value] of Object.entries(record)) {
    if (value === undefined || UNSHOWN.has(name)) continue;
    id += ` ${name}:${typeof value === "object" && value !== null ? idOf(value) : value}`;
  }
  return id;
});
