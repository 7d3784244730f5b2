/** Where a record's text lies: two short strings of hexadecimal digits, safe in any store. */
export interface RowKey {
  conversation: string;
  room: string;
}

export interface TextRow {
  text: string;
  /** The table's own mark of this state; every write gives a row another one, also after a removal. */
  version: string;
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
  remove(key: RowKey): Promise<void>;
  /** Waits for the writes that are under way. Called once, and nothing is called after it. */
  close(): Promise<void>;
}
