import type { MeetingKey } from "../record/meeting-key";

/** Raised when a row is written in a way that an older release cannot read. */
export const RECENT_SCHEMA_VERSION = 1;

/** That somebody asked for a meeting. The person's tenant is the key's: requests of another are another person's. */
export interface Recent {
  /** The Entra object id. */
  aadId: string;
  key: MeetingKey;
  /** When they last asked, ISO 8601; as exact as the writes are frequent. */
  askedAt: string;
}

/** As it was read, with the store's own mark of that state. */
export interface StoredRecent {
  recent: Recent;
  version: string;
}

/** Whose requests: the tenant of the conversations, and the person's Entra object id. */
export interface RecentOwner {
  tenantId: string;
  aadId: string;
}

/**
 * Who asked for what, one row for each person and key, beside the records and apart from them. What this release
 * cannot read is skipped and left alone; only `RecordStore.eraseConversation` forgets it too.
 *
 * Every call throws `store_unavailable` when the store fails.
 */
export interface RecentStore {
  /** Writes the row, over an older one of the same person and key. */
  keepRecent(recent: Recent): Promise<void>;
  /** All of a person, in no particular order. */
  listRecents(asker: RecentOwner): Promise<StoredRecent[]>;
  /** Everybody's, in no particular order: for what is done once a day. */
  scanRecents(): AsyncIterable<StoredRecent>;
  /** False when it was written anew or forgotten since it was read. */
  eraseRecent(stored: StoredRecent): Promise<boolean>;
}
