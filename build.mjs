// Bundles the program into dist/src/main.js, and the sign-in pages' browser code into dist/src/page/. Checks no types:
// npm run typecheck does. Changed files are renamed into place, so that a running program, or another build, never
// sees half a file.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = dirname(fileURLToPath(import.meta.url));
const dist = join(root, "dist");

/**
 * What botframework-connector loads at its start, although the bot needs it late or never. It stays in node_modules.
 * Their importers are compiled TypeScript, which reads an import's properties only where it uses them.
 */
const LOADED_LATE = [
  "@azure/identity",
  "@azure/msal-node",
  "axios",
  "cross-fetch",
  "https-proxy-agent",
  "node-fetch",
];

const loadLate = {
  name: "load-late",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^(${LOADED_LATE.join("|")})$`) }, ({ path, importer }) =>
      /node_modules.botframework-connector/.test(importer)
        ? { path, namespace: "load-late" }
        : undefined,
    );
    onLoad({ filter: /./, namespace: "load-late" }, ({ path }) => ({
      contents: `
        const { createRequire } = require("node:module");
        const connector = createRequire(__filename).resolve("botframework-connector");
        let loaded;
        module.exports = new Proxy({ __esModule: true }, {
          get(own, key) {
            return own[key] ?? (loaded ??= createRequire(connector)(${JSON.stringify(path)}))[key];
          },
        });`,
    }));
  },
};

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
    // The bot uses only what botbuilder exports from its core. test/structure/dependencies.test.ts checks that.
    alias: { botbuilder: "botbuilder-core" },
    plugins: [loadLate],
    // Native code; an SDK that one kind of store loads; the check of tokens, which the first one loads; and what servers
    // don't have.
    external: [
      "lmdb",
      "@azure/data-tables",
      "botframework-connector/lib/*",
      ...Object.keys(devDependencies),
    ],
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
