import type { RecentOwner } from "./recent-store";

/** Raised when a row is written in a way that an older release cannot read. */
export const WAITING_SCHEMA_VERSION = 1;

/** That somebody asked for something, and has to sign in before it is done. What it is lies in it sealed. */
export interface WaitingRow {
  id: string;
  /** Of the conversation in which it was asked: it is forgotten with it. */
  tenantId: string;
  threadId: string;
  /** The Entra object id. */
  aadId: string;
  /** ISO 8601; after it nothing is done any more. */
  until: string;
  sealed: string;
}

/** As it was read, with the store's own mark of that state. */
export interface StoredWaiting {
  row: WaitingRow;
  version: string;
}

/**
 * What waits for whose sign-in, beside the records and apart from them. What this release cannot read is skipped and
 * left alone; only `RecordStore.eraseConversation` forgets it too.
 *
 * Every call throws `store_unavailable` when the store fails.
 */
export interface WaitingStore {
  insertWaiting(row: WaitingRow): Promise<StoredWaiting | undefined>;
  /** `undefined` when it was changed or taken since it was read. */
  replaceWaiting(stored: StoredWaiting, next: WaitingRow): Promise<StoredWaiting | undefined>;
  /** All of a person, in no particular order. */
  listWaiting(asker: RecentOwner): Promise<StoredWaiting[]>;
  /** Everybody's, in no particular order: for what is done once a day. */
  scanWaiting(): AsyncIterable<StoredWaiting>;
  /** Whether it is gone because of this call; false when it was changed or taken since it was read. */
  eraseWaiting(stored: StoredWaiting): Promise<boolean>;
}
