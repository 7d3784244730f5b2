// Copies what the server needs, except for its packages, to artifacts/server or to the folder in the first argument. Run
// npm ci there before it's deployed. teamsapp.yml does both.
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const target = process.argv[2] ?? join(root, "artifacts", "server");
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
for (const path of ["dist/src", "rendezvous.js", "package.json", "package-lock.json"]) {
  cpSync(join(root, path), join(target, path), { recursive: true });
}
