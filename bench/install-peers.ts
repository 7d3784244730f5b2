import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { PEERS } from "./processes/folders";

/** Installs the other servers' packages on first use. The root's `npm ci` leaves them out. */
export function installPeers(): void {
  if (existsSync(join(PEERS, "node_modules", ".package-lock.json"))) return;
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: PEERS,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) throw new Error("npm ci in bench/peers failed.");
}
