import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { AppError } from "../errors";
import type { ClaimedRecord } from "../meetings/record/meeting-record";
import { toDefaultKey } from "../meetings/record/meeting-key";
import { toAccountUrl } from "../storage/azure-table-spec";
import { parseStoreSpec } from "../storage/open-store";
import { toFault, toOk, type Check, type CheckContext } from "./check";
import { FAULTS, LABELS, OK } from "./check-words";

type StoreContext = Pick<CheckContext, "tenantId" | "openStore">;

/**
 * Checks that records can be written, and that concurrent writes conflict, with a record that belongs to no
 * conversation. If the process ends halfway, the retention sweep removes the record.
 */
export function createStoreCheck({ name, readOnly }: StoreLocation, context: StoreContext): Check {
  const storage = { label: LABELS.storage, value: name };
  return {
    id: "store",
    async run() {
      try {
        return (await isAtomic(context))
          ? toOk(OK.store)
          : toFault(FAULTS.storeNotAtomic, { copy: [storage] });
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== "store_unavailable") throw error;
        const copy = [storage, { label: LABELS.error, value: error.details.reason ?? error.code }];
        return readOnly && isReadOnly(error)
          ? toFault(readOnly.words, {
              copy: [{ label: LABELS.bash, value: readOnly.command }, ...copy],
            })
          : toFault(FAULTS.storeUnreachable, { copy });
      }
    },
  };
}

/** Whether the second of two concurrent writes fails. */
async function isAtomic({ tenantId, openStore }: StoreContext): Promise<boolean> {
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
  return newer !== undefined && isErased && !second && !stale && !isStaleErased;
}

/** Node's error codes, and Azure's for a missing role or right. */
const READ_ONLY = new Set<unknown>(["EACCES", "EPERM", "EROFS", "AuthorizationPermissionMismatch"]);

function isReadOnly(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const code = error instanceof AppError ? error.details.storeCode : "code" in error && error.code;
  return READ_ONLY.has(code) || ("cause" in error && isReadOnly(error.cause));
}

/** Where records are kept, without anything that gives access to them. */
interface StoreLocation {
  name: string;
  /** The fault of a store that only refuses writes. Absent if the server always has the right to write. */
  readOnly?: {
    words: Parameters<typeof toFault>[0];
    /** Grants the right. */
    command: string;
  };
}

/**
 * @param spec As in `STORE`.
 * @param identityClientId The managed identity that opens a storage account without a key.
 */
export function toStoreLocation(
  spec: string = "memory",
  identityClientId: string = "MANAGED_IDENTITY_CLIENT_ID",
): StoreLocation {
  const parsed = parseStoreSpec(spec);
  if (!parsed.ok || parsed.spec.kind === "memory") return { name: "memory" };
  if (parsed.spec.kind === "lmdb") {
    const name = resolve(parsed.spec.path);
    const command = `sudo chown -R ${process.getuid?.() ?? "rendezvous"} "${name}"`;
    return { name, readOnly: { words: FAULTS.folderReadOnly, command } };
  }
  const name = toAccountUrl(parsed.spec);
  // An account key has every right, and a shared access signature can't be given more.
  if ("connectionString" in parsed.spec) return { name };
  const [account = ""] = new URL(name).hostname.split(".");
  const command = `az role assignment create --role "Storage Table Data Contributor" --assignee ${identityClientId} --scope "$(az storage account show --name ${account} --query id --output tsv)"`;
  return { name, readOnly: { words: FAULTS.tableReadOnly, command } };
}
