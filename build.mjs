// Bundles the program into dist/src/main.js, and the sign-in pages' browser code into dist/src/page/. Checks no types:
// npm run typecheck does. Changed files are renamed into place, so that a running program, or another build, never
// sees half a file.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = dirname(fileURLToPath(import.meta.url));
const dist = join(root, "dist");
mkdirSync(dist, { recursive: true });
const fresh = mkdtempSync(join(dist, ".build-"));
try {
  await Promise.all([bundleProgram(join(fresh, "src")), bundlePages(join(fresh, "src", "page"))]);
  moveChanged(fresh, dist);
} finally {
  rmSync(fresh, { recursive: true, force: true });
}

/** Loading one file is several times faster than looking up 1,700 modules. */
async function bundleProgram(outdir) {
  const { devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  await build({
    absWorkingDir: root,
    entryPoints: {
      main: "src/main.ts",
      // The Playground's process loads this one.
      preload: "src/local/playground/preload.ts",
      "generate-manifest": "src/cli/pack/generate-manifest.ts",
    },
    outdir,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    // Native code, an SDK that only one kind of store loads, and what servers don't have.
    external: ["lmdb", "@azure/data-tables", ...Object.keys(devDependencies)],
    sourcemap: "linked",
    sourcesContent: false,
    logLevel: "warning",
  });
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
