import { AppError } from "../errors";
import type { MeetingStore } from "../meetings/meeting-store";
import { assertLmdbFolder } from "./lmdb-folder";
import { openLmdbStore } from "./lmdb-store";
import { createMemoryStore } from "./memory-store";

type StoreSpec = { kind: "lmdb"; path: string } | { kind: "memory" };

export type ParsedStoreSpec = { ok: true; spec: StoreSpec } | { ok: false; reason: string };

const FORMS = "lmdb:PATH, a folder on this machine's disk";

/** What `STORE` says: `lmdb:PATH`, or `memory` in tests. The reason is a sentence for the operator. */
export function parseStoreSpec(text: string): ParsedStoreSpec {
  const spec = text.trim();
  if (spec === "") return { ok: false, reason: `No store is named: write ${FORMS}.` };
  if (spec === "memory") return { ok: true, spec: { kind: "memory" } };
  if (!spec.startsWith("lmdb:")) {
    return { ok: false, reason: `“${spec}” is not a store we know: write ${FORMS}.` };
  }
  const path = spec.slice("lmdb:".length).trim();
  if (path === "") return { ok: false, reason: `“lmdb:” lacks its folder: write ${FORMS}.` };
  return { ok: true, spec: { kind: "lmdb", path } };
}

/**
 * Opens the store that `STORE` names; a relative path is one of the working directory. One that is not there yet
 * is made, unless it `mustExist`.
 *
 * @throws AppError `store_unavailable` when the text names no store, or its folder cannot be opened
 */
export function openStore(text: string, { mustExist = false } = {}): MeetingStore {
  const parsed = parseStoreSpec(text);
  if (!parsed.ok) throw new AppError("store_unavailable", { reason: parsed.reason });
  const { spec } = parsed;
  if (spec.kind === "memory") return createMemoryStore();
  if (mustExist) assertLmdbFolder(spec.path);
  return openLmdbStore(spec.path);
}
