// Compiles bot/ and src/ to dist/, and bundles the sign-in pages' browser code into dist/src/page/. Changed files are
// renamed into place, so that a running program, or another build, never sees half a file.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = dirname(fileURLToPath(import.meta.url));
const dist = join(root, "dist");
mkdirSync(dist, { recursive: true });
const fresh = mkdtempSync(join(dist, ".build-"));
try {
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const args = [tsc, "-p", join(root, "tsconfig.build.json"), "--outDir", fresh];
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
  if (status !== 0) process.exitCode = status ?? 1;
  else {
    await bundlePages(join(fresh, "src", "page"));
    moveChanged(fresh, dist);
  }
} finally {
  rmSync(fresh, { recursive: true, force: true });
}

/** Bundles teams-js too: the pages load nothing from other hosts. */
async function bundlePages(outdir) {
  const entryPoints = ["auth-start.ts", "auth-end.ts"].map((name) =>
    join(root, "src", "page", name),
  );
  await build({
    absWorkingDir: root,
    entryPoints,
    outdir,
    bundle: true,
    minify: true,
    format: "iife",
    // The browsers that Teams supports: learn.microsoft.com/microsoftteams/unsupported-browsers
    target: "es2022",
    charset: "utf8",
    logLevel: "warning",
  });
}

function moveChanged(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) moveChanged(source, target);
    else if (!isSame(source, target)) renameSync(source, target);
  }
}

function isSame(a, b) {
  try {
    return readFileSync(a).equals(readFileSync(b));
  } catch {
    return false;
  }
}
