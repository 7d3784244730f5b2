import { AppError } from "../../errors";
import type { MeetingKey } from "./meeting-key";
import type { RecordStore, StoredRecord } from "./record-store";

/**
 * A record, but nothing of one that a later release has written: it is that release's to tell of and to look after.
 * Throws `store_unavailable`.
 */
export async function getIfReadable(
  store: Pick<RecordStore, "get">,
  key: MeetingKey,
): Promise<StoredRecord | undefined> {
  try {
    return await store.get(key);
  } catch (error) {
    if (error instanceof AppError && error.code === "record_unreadable") return undefined;
    throw error;
  }
}
