import { AppError } from "../../errors";
import type { RowStore, StoredRow } from "../ports/meeting-store";

type WritableRows<Row, Key> = Pick<RowStore<Row, Key, unknown>, "get" | "insert" | "replace">;

/**
 * Changes a row by compare-and-swap: reads it, computes its next state, writes that, and starts over when another
 * process wrote in between.
 *
 * @param change gets `undefined` when there is no row; returns `undefined` to leave everything as it is.
 * @param options.seen the row as it was read a moment ago, to save the first read.
 * @param options.isBlocked called before each write; true to read the row again instead.
 * @returns the row as written, or `undefined` when nothing was changed.
 * @throws AppError `store_unavailable`, or `record_unreadable` for a row that this release can't read
 */
export async function updateRow<Row, Key, Next extends Row>(
  store: WritableRows<Row, Key>,
  key: Key,
  change: (current: Row | undefined) => Next | undefined,
  options: {
    seen?: StoredRow<Row> | undefined;
    isBlocked?: (stored: StoredRow<Row>) => Promise<boolean>;
  } = {},
): Promise<StoredRow<Next> | undefined> {
  let stored = options.seen ?? (await store.get(key));
  for (;;) {
    const next = change(stored?.record);
    if (next === undefined) return undefined;
    const isBlocked = stored !== undefined && (await options.isBlocked?.(stored)) === true;
    const written = isBlocked ? undefined : await writeRow(store, stored, next);
    if (written) return written;
    stored = await store.get(key);
  }
}

/** Replaces a row, or inserts it when there is none. Returns `undefined` when another process was first. */
export function writeRow<Row, Next extends Row>(
  store: Pick<RowStore<Row, never, unknown>, "insert" | "replace">,
  stored: StoredRow<Row> | undefined,
  next: Next,
): Promise<StoredRow<Next> | undefined> {
  return stored ? store.replace(stored, next) : store.insert(next);
}

/** Waits for a read, and returns `undefined` when a later release wrote the row: that release takes care of it. */
export async function unlessUnreadable<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof AppError && error.code === "record_unreadable") return undefined;
    throw error;
  }
}
