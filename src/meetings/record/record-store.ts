import type { MeetingKey } from "./meeting-key";
import type { LiveRecord, MeetingRecord } from "./meeting-record";

/** A record as it was read, with the store's own mark of that state (an ETag, a counter). */
export interface StoredRecord<R extends MeetingRecord = MeetingRecord> {
  record: R;
  version: string;
}

export function isLive(stored: StoredRecord): stored is StoredRecord<LiveRecord> {
  return stored.record.state === "live";
}

export interface RecordList {
  records: StoredRecord[];
  /** How many records of the conversation this release could not read; they are left as they are. */
  unreadableCount: number;
}

/**
 * Where records live. All that Rendezvous needs of a store for any number of processes to agree: insert if
 * absent and replace if unchanged, each atomic and durable when its promise resolves.
 *
 * Every call throws `store_unavailable` when the store fails. `get` throws `record_unreadable` for a record
 * that this release cannot read, and nothing but `eraseConversation` ever touches such a one.
 */
export interface RecordStore {
  get(key: MeetingKey): Promise<StoredRecord | undefined>;
  /** `undefined` when the key has a record already, readable or not. */
  insert<R extends MeetingRecord>(record: R): Promise<StoredRecord<R> | undefined>;
  /** `undefined` when the record was changed or erased since `stored` was read. */
  replace<R extends MeetingRecord>(
    stored: StoredRecord,
    next: R,
  ): Promise<StoredRecord<R> | undefined>;
  /** All rooms of a conversation, in no particular order. */
  list(conversation: Pick<MeetingKey, "tenantId" | "threadId">): Promise<RecordList>;
  /** Every record that this release can read, in no particular order: for what is done once a day. */
  scan(): AsyncIterable<StoredRecord>;
  /** Forgets a record; false when it was changed or erased since `stored` was read. */
  erase(stored: StoredRecord): Promise<boolean>;
  /**
   * Forgets all rooms of a conversation, also those that cannot be read; how many there were. Who asked for them is
   * forgotten too.
   */
  eraseConversation(conversation: Pick<MeetingKey, "tenantId" | "threadId">): Promise<number>;
  close(): Promise<void>;
}
