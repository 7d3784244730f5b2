// Bundles the harness to dist/bench/, one file per process. The servers under test are the built program in dist/.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const folder = dirname(fileURLToPath(import.meta.url));
await build({
  absWorkingDir: folder,
  entryPoints: [
    "run.ts",
    "stress.ts",
    "dates.ts",
    "processes/load-child.ts",
    "processes/cloud-child.ts",
    "processes/graph-at-once-child.ts",
    "processes/connector-child.ts",
    "processes/sweep-child.ts",
    "processes/count-requests-child.ts",
    "processes/report-state-child.ts",
  ],
  entryNames: "[name]",
  outdir: join(folder, "..", "dist", "bench"),
  bundle: true,
  packages: "external",
  platform: "node",
  target: "node20",
  format: "cjs",
  logLevel: "warning",
});
