import { resolve } from "node:path";
import { toAccountUrl } from "../storage/azure-table-spec";
import { parseStoreSpec } from "../storage/open-store";
import { toFault, type Fault } from "./check";
import { FAULTS } from "./check-words";

/** Where records are kept, without anything that gives access to them. */
export interface StoreLocation {
  name: string;
  /** The fault of a store that refuses writes only: says how to give the server that right. Absent if it always has it. */
  toReadOnlyFault?: (reason: string) => Fault;
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
    const copy = [`sudo chown -R ${process.getuid?.() ?? "rendezvous"} "${name}"`];
    return {
      name,
      toReadOnlyFault: (reason) => toFault(FAULTS.folderReadOnly({ store: name, reason }), copy),
    };
  }
  const name = toAccountUrl(parsed.spec);
  // An account key has every right, and a shared access signature can't be given more.
  if ("connectionString" in parsed.spec) return { name };
  const [account = ""] = new URL(name).hostname.split(".");
  const copy = [
    `az role assignment create --role "Storage Table Data Contributor" --assignee ${identityClientId} --scope "$(az storage account show --name ${account} --query id --output tsv)"`,
  ];
  return {
    name,
    toReadOnlyFault: (reason) => toFault(FAULTS.tableReadOnly({ store: name, reason }), copy),
  };
}
