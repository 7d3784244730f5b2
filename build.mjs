// Bundles the program into dist/src/main.js, and the sign-in pages' browser code into dist/src/page/. Checks no types:
// npm run typecheck does. Changed files are renamed into place, so that a running program, or another build, never
// sees half a file.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = dirname(fileURLToPath(import.meta.url));
const dist = join(root, "dist");

/** Our own code loads these where it uses them. */
const LOADED_ON_DEMAND = [
  "@azure/data-tables",
  "@azure/msal-node",
  "botframework-connector/lib/*",
  "cldr-core",
  "express",
  "helmet",
  "html-entities",
  "html-to-text",
  "ical.js",
  "jsonwebtoken",
  "prom-client",
  "rrule-temporal",
  "timezones-ical-library",
  "undici",
];

/**
 * raw-body loads iconv-lite at once, and uses it only for texts, which we decode ourselves. It stays in node_modules until
 * its first use.
 */
const loadLate = {
  name: "load-late",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^iconv-lite$/ }, ({ path }) => ({ path, namespace: "load-late" }));
    onLoad({ filter: /./, namespace: "load-late" }, ({ path }) => ({
      contents: `
        const { createRequire } = require("node:module");
        let loaded;
        module.exports = new Proxy({}, {
          get(_, key) {
            loaded ??= createRequire(createRequire(__filename).resolve("raw-body"))("${path}");
            return loaded[key];
          },
        });`,
    }));
  },
};

mkdirSync(dist, { recursive: true });
const fresh = mkdtempSync(join(dist, ".build-"));
try {
  await Promise.all([bundleProgram(join(fresh, "src")), bundlePages(join(fresh, "src", "page"))]);
  replaceFolder(join(fresh, "src"), join(dist, "src"));
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
    plugins: [loadLate],
    // Native code, what is loaded at its first use, and what servers don't have.
    external: ["lmdb", ...LOADED_ON_DEMAND, ...Object.keys(devDependencies)],
    // Names stay as they are: stack traces show them.
    minifyWhitespace: true,
    minifySyntax: true,
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

/** Moves what has changed, and removes what earlier builds left. */
function replaceFolder(from, to) {
  mkdirSync(to, { recursive: true });
  const entries = readdirSync(from, { withFileTypes: true });
  for (const entry of entries) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) replaceFolder(source, target);
    else if (!isSame(source, target)) renameSync(source, target);
  }
  const built = new Set(entries.map(({ name }) => name));
  const left = readdirSync(to).filter((name) => !built.has(name));
  for (const name of left) rmSync(join(to, name), { recursive: true, force: true });
}

function isSame(a, b) {
  try {
    return readFileSync(a).equals(readFileSync(b));
  } catch {
    return false;
  }
}
