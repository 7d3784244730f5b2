/** Where a text lies: two short strings of hexadecimal digits, safe in any store; `row-key.ts` says which. */
export interface RowKey {
  conversation: string;
  room: string;
}

export interface TextRow {
  key: RowKey;
  text: string;
  /** The table's own mark of this state; every write gives a row another one, also after a removal. */
  version: string;
}

/** A part of all rows that is small enough to be read at once. */
export interface TextPage {
  rows: TextRow[];
  /** Where the next page begins, in the table's own words; absent on the last one. */
  next?: string;
}

/**
 * What a store has to be able to do; all else is `createTableStore`. Each write is atomic among all processes,
 * and durable when its promise resolves; a read sees every write that resolved anywhere before it began.
 *
 * Every call throws an AppError `store_unavailable` when the store fails.
 */
export interface TextTable {
  read(key: RowKey): Promise<TextRow | undefined>;
  /** The new row's version, or `undefined` when there is a row already. */
  insert(key: RowKey, text: string): Promise<string | undefined>;
  /** The row's new version, or `undefined` when the row is not in the state `version`. */
  replace(key: RowKey, version: string, text: string): Promise<string | undefined>;
  list(conversation: string): Promise<TextRow[]>;
  /**
   * All rows, page by page and in no particular order. A row that is there from the first page to the last is
   * on exactly one of them; nothing is kept open in between.
   */
  scan(from?: string): Promise<TextPage>;
  /** Whether there is no such row any more because of this call: false when it is not in the state `version`. */
  remove(key: RowKey, version: string): Promise<boolean>;
  /** Waits for the writes that are under way. Called once, and nothing is called after it. */
  close(): Promise<void>;
}
