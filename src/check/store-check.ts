import { randomUUID } from "node:crypto";
import { AppError } from "../errors";
import type { CheckOutcome } from "../meetings/ports/check-report";
import { DEFAULT_ROOM } from "../request/room-name";
import type { ClaimedRecord } from "../meetings/record/meeting-record";
import type { RecordStore } from "../meetings/record/record-store";
import { toFault, type Check } from "./check";
import type { StoreLocation } from "./store-location";

export interface StoreParts {
  tenantId: string;
  /** Throws `store_unavailable` where it cannot be opened. */
  openStore: () => Pick<RecordStore, "insert" | "replace" | "erase">;
  place: StoreLocation;
}

/**
 * Whether records can be written, and two who write at once agree on one: with a record that no conversation has.
 * Should the process end in the middle of it, the daily sweep takes it for one that was left long ago.
 */
export function createStoreCheck(parts: StoreParts): Check {
  const { name, readOnly } = parts.place;
  return {
    id: "store",
    async look() {
      try {
        return await write(parts);
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== "store_unavailable") throw error;
        const reason = error.details.reason ?? error.code;
        const values = { store: name, reason };
        return isReadOnly(error)
          ? toFault(readOnly.code, values, readOnly.copy)
          : toFault("storeUnreachable", values);
      }
    },
  };
}

async function write({ tenantId, openStore, place }: StoreParts): Promise<CheckOutcome> {
  const { name } = place;
  const store = openStore();
  const record: ClaimedRecord = {
    key: { tenantId, threadId: `19:check-${randomUUID()}@thread.v2`, room: DEFAULT_ROOM },
    generation: 1,
    requestedBy: { aadId: "check" },
    state: "claimed",
    subject: "Rendezvous check",
    removedAt: new Date(0).toISOString(),
  };
  const first = await store.insert(record);
  const second = await store.insert(record);
  const next = { ...record, generation: 2 };
  const newer = first && (await store.replace(first, next));
  const stale = first && (await store.replace(first, next));
  const isStaleErased = first ? await store.erase(first) : false;
  const last = stale ?? newer ?? second ?? first;
  const isErased = last ? await store.erase(last) : false;
  const isAtomic = newer && isErased && !second && !stale && !isStaleErased;
  return isAtomic
    ? { status: "ok", code: "store", values: { store: name } }
    : toFault("storeNotAtomic", { store: name });
}

/** Node's own names, and Azure's for what an identity or signature may not do. */
const READ_ONLY = new Set<unknown>(["EACCES", "EPERM", "EROFS", "AuthorizationPermissionMismatch"]);

function isReadOnly(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const code = error instanceof AppError ? error.details.storeCode : "code" in error && error.code;
  return READ_ONLY.has(code) || ("cause" in error && isReadOnly(error.cause));
}
