import { AppError } from "../errors";
import type { MeetingStore } from "../meetings/ports/meeting-store";
import type { GetStoreToken } from "./azure-table-client";
import { AZURE_TABLE_FORMS, parseAzureTableSpec, type AzureTableSpec } from "./azure-table-spec";
import type * as AzureTableStore from "./azure-table-store";
import { assertLmdbFolder } from "./lmdb-folder";
import { openLmdbTable } from "./lmdb-store";
import { createMemoryTable } from "./memory-store";
import { createTableStore } from "./table-store";
import type { TextTable } from "./text-table";

type StoreSpec = { kind: "lmdb"; path: string } | { kind: "memory" } | AzureTableSpec;

export type ParsedStoreSpec = { ok: true; spec: StoreSpec } | { ok: false; reason: string };

const LMDB_FORM = "lmdb:PATH, a folder on this machine's disk";
const FORMS = `${LMDB_FORM}; or ${AZURE_TABLE_FORMS}`;

/** Parses `STORE`; `memory` is for tests. The reason is a sentence for the admin and never quotes a key. */
export function parseStoreSpec(text: string): ParsedStoreSpec {
  const spec = text.trim();
  if (spec === "") return { ok: false, reason: `STORE is empty. Use ${FORMS}.` };
  if (spec === "memory") return { ok: true, spec: { kind: "memory" } };
  if (spec.startsWith("azure-table:")) {
    return parseAzureTableSpec(spec.slice("azure-table:".length).trim());
  }
  if (!spec.startsWith("lmdb:")) {
    return { ok: false, reason: `${quote(spec)} isn’t a known store. Use ${FORMS}.` };
  }
  const path = spec.slice("lmdb:".length).trim();
  if (path === "") return { ok: false, reason: `“lmdb:” has no folder. Use ${LMDB_FORM}.` };
  return { ok: true, spec: { kind: "lmdb", path } };
}

/** Connection strings, signatures, keys and passwords contain one of these characters. */
function quote(spec: string): string {
  return /[=?@]/.test(spec) ? "This value" : `“${spec}”`;
}

interface OpenOptions {
  mustExist?: boolean;
  /** Gets tokens of the managed identity, for an account URL. */
  getToken?: GetStoreToken;
}

/**
 * Opens the store that `STORE` names, and creates it unless it `mustExist`. A relative path starts at the working
 * directory. An Azure table isn't contacted before the first call.
 *
 * @throws AppError `store_unavailable` for an invalid text, or a folder that can't be opened
 */
export function openStore(text: string, options?: OpenOptions): MeetingStore {
  return createTableStore(openTable(text, options));
}

/** Opens the rows of a store as texts, for a backup. Throws as `openStore` does. */
export function openTable(
  text: string,
  { mustExist = false, getToken }: OpenOptions = {},
): TextTable {
  const parsed = parseStoreSpec(text);
  if (!parsed.ok) throw new AppError("store_unavailable", { reason: parsed.reason });
  const { spec } = parsed;
  switch (spec.kind) {
    case "memory":
      return createMemoryTable();
    case "azure-table": {
      // Loaded on demand: Azure's SDK is slow to load, and no other store needs it.
      const { openAzureTable }: typeof AzureTableStore = require("./azure-table-store");
      return openAzureTable(spec, { mustExist, getToken });
    }
    case "lmdb":
      if (mustExist) assertLmdbFolder(spec.path);
      return openLmdbTable(spec.path);
  }
}
