import { join } from "node:path";

/** The harness runs from dist/bench/. */
export const ROOT = join(__dirname, "..", "..");
export const PEERS = join(ROOT, "bench", "peers");
export const AZURITE = join(ROOT, "bench", "processes", "azurite-child.cjs");
export const LOCAL_KEYS = join(ROOT, "bench", "processes", "local-keys.cjs");
