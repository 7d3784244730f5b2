import { AppError } from "../../errors";
import type { Log } from "../../log";
import type { MeetingKey } from "../record/meeting-key";
import type { Recent, RecentStore } from "../ports/recent-store";
import type { RecordStore } from "../record/record-store";

/**
 * Forgets requests that are of no more use: those whose meeting was forgotten, and those that nobody repeated for as
 * long as the retention. How many; ends early on the signal. Throws `store_unavailable`, and may be called again then.
 */
export function createForgetRecents(deps: {
  store: Pick<RecordStore, "get"> & RecentStore;
  now: () => Date;
  log: Log;
  retentionMs: number;
}): (stopping?: AbortSignal) => Promise<number> {
  const { store, now, log, retentionMs } = deps;

  return async function forgetRecents(stopping) {
    let forgottenCount = 0;
    for await (const stored of store.scanRecents()) {
      if (stopping?.aborted) break;
      const { recent } = stored;
      const isDue = isOld(recent) || (await isForgotten(recent.key));
      // Erased as it was seen: what is asked for meanwhile stays.
      if (isDue && (await store.eraseRecent(stored))) forgottenCount += 1;
    }
    if (forgottenCount > 0) log.info({ forgottenCount }, "requests of people were forgotten");
    return forgottenCount;
  };

  function isOld({ askedAt }: Recent): boolean {
    return now().getTime() - Date.parse(askedAt) >= retentionMs;
  }

  /** What cannot be read is there. */
  async function isForgotten(key: MeetingKey): Promise<boolean> {
    try {
      return (await store.get(key)) === undefined;
    } catch (error) {
      if (error instanceof AppError && error.code === "record_unreadable") return false;
      throw error;
    }
  }
}
