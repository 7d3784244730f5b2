/** Two short strings of hexadecimal digits, safe in any store. See `row-kinds.ts`. */
export interface RowKey {
  conversation: string;
  room: string;
}

export function isSameRow(a: RowKey, b: RowKey): boolean {
  return a.conversation === b.conversation && a.room === b.room;
}

export interface TextRow {
  key: RowKey;
  text: string;
  /** Identifies this state. Every write gives the row a new version, even after a removal or a restart. */
  version: string;
}

/** Some of the rows, few enough to read at once. */
export interface TextPage {
  rows: TextRow[];
  /** Continuation token of the next page. Absent on the last one. */
  next?: string;
}

/**
 * What a store has to implement; `createTableStore` does the rest. Each write is atomic across processes, and durable
 * when its promise resolves. A read sees every write that resolved before it started, in any process.
 *
 * Every call throws `store_unavailable` when the store fails.
 */
export interface TextTable {
  read(key: RowKey): Promise<TextRow | undefined>;
  /** The same without waiting, for a table on this machine. Doesn't return a row that still has the known version. */
  readNow?: (key: RowKey, knownVersion?: string) => TextRow | "unchanged" | undefined;
  /** Returns the version, or `undefined` when the row exists already. */
  insert(key: RowKey, text: string): Promise<string | undefined>;
  /** Returns the new version, or `undefined` when `version` isn't the row's current one. */
  replace(key: RowKey, version: string, text: string): Promise<string | undefined>;
  list(conversation: string): Promise<TextRow[]>;
  /**
   * Reads all rows page by page, in no particular order. A row that stays during the scan is on exactly one page.
   * Nothing is kept open between pages.
   */
  scan(from?: string): Promise<TextPage>;
  /** Returns false when `version` isn't the row's current one. */
  remove(key: RowKey, version: string): Promise<boolean>;
  /** Waits for writes in progress. Called once, as the last call. */
  close(): Promise<void>;
}
