import { resolve } from "node:path";
import { toAccountUrl } from "../storage/azure-table-spec";
import { parseStoreSpec } from "../storage/open-store";
import type { Fault } from "./check";

/** Where records are kept, in a form that gives nobody access to them. */
export interface StoreLocation {
  name: string;
  /** What is wrong where they can be read alone, and what gives the server the right to write. */
  readOnly: Pick<Fault, "code" | "copy">;
}

/**
 * @param text As `STORE`; absent, where the records are in memory.
 * @param identityClientId Whom Azure has to give the right to write, where it is asked by identity.
 */
export function toStoreLocation(
  text: string = "memory",
  identityClientId: string = "MANAGED_IDENTITY_CLIENT_ID",
): StoreLocation {
  const parsed = parseStoreSpec(text);
  if (!parsed.ok || parsed.spec.kind === "memory") {
    return { name: "memory", readOnly: { code: "storeUnreachable" } };
  }
  const { spec } = parsed;
  if (spec.kind === "lmdb") {
    const folder = resolve(spec.path);
    const copy = [`sudo chown -R ${process.getuid?.() ?? "rendezvous"} "${folder}"`];
    return { name: folder, readOnly: { code: "folderReadOnly", copy } };
  }
  const name = toAccountUrl(spec);
  // Who has a key has every right, and a signature is made anew where it gives too little.
  if ("connectionString" in spec) return { name, readOnly: { code: "storeUnreachable" } };
  const [account = ""] = new URL(name).hostname.split(".");
  const copy = [
    `az role assignment create --role "Storage Table Data Contributor" --assignee ${identityClientId} --scope "$(az storage account show --name ${account} --query id --output tsv)"`,
  ];
  return { name, readOnly: { code: "tableReadOnly", copy } };
}
