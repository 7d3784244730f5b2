import { randomUUID } from "node:crypto";
import { AppError } from "../errors";
import type { ClaimedRecord } from "../meetings/record/meeting-record";
import type { MeetingStore } from "../meetings/ports/meeting-store";
import { toDefaultKey } from "../meetings/record/meeting-key";
import { toFault, toOk, type Check, type CheckOutcome } from "./check";
import { FAULTS, OK } from "./check-words";
import type { StoreLocation } from "./store-location";

interface StoreCheckDeps {
  tenantId: string;
  /** Throws `store_unavailable` if the store can't be opened. */
  openStore: () => Pick<MeetingStore, "records">;
  location: StoreLocation;
}

/**
 * Checks that records can be written, and that concurrent writes conflict, with a record of no real conversation. If
 * the process ends halfway, the retention sweep removes the record.
 */
export function createStoreCheck(deps: StoreCheckDeps): Check {
  const { name, toReadOnlyFault } = deps.location;
  return {
    id: "store",
    async run() {
      try {
        return await tryWrites(deps);
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== "store_unavailable") throw error;
        const reason = error.details.reason ?? error.code;
        return toReadOnlyFault && isReadOnly(error)
          ? toReadOnlyFault(reason)
          : toFault(FAULTS.storeUnreachable({ store: name, reason }));
      }
    },
  };
}

async function tryWrites({ tenantId, openStore, location }: StoreCheckDeps): Promise<CheckOutcome> {
  const store = openStore().records;
  const record: ClaimedRecord = {
    key: toDefaultKey({ tenantId, threadId: `19:check-${randomUUID()}@thread.v2` }),
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
    ? toOk(OK.store({ store: location.name }))
    : toFault(FAULTS.storeNotAtomic({ store: location.name }));
}

/** Node's error codes, and Azure's for a missing role or right. */
const READ_ONLY = new Set<unknown>(["EACCES", "EPERM", "EROFS", "AuthorizationPermissionMismatch"]);

function isReadOnly(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const code = error instanceof AppError ? error.details.storeCode : "code" in error && error.code;
  return READ_ONLY.has(code) || ("cause" in error && isReadOnly(error.cause));
}
