import { join } from "node:path";

/** The harness runs from dist/bench/. */
export const ROOT = join(__dirname, "..", "..");
const SOURCES = join(ROOT, "bench", "processes");
export const PEERS = join(ROOT, "bench", "peers");
export const AZURITE = join(SOURCES, "azurite-child.cjs");
export const CLEANUP = join(SOURCES, "cleanup-child.cjs");
export const LOCAL_KEYS = join(SOURCES, "local-keys.cjs");
export const SLOW_CLOCK = join(ROOT, "test", "support", "slow-clock.cjs");
