import { builtinModules } from "node:module";
import { listFiles, readImports, readText, type Import } from "./source-files";

/**
 * The layers, from bottom to top. A file imports from its own folder and from lower layers. Folders in the
 * same layer don't import each other.
 */
const LAYERS: string[][] = [
  ["src/async/current-turn"],
  ["src/errors", "src/log", "src/secret", "src/clouds", "src/listen"].concat(
    "src/json",
    "src/http-fetch",
    "src/page/sign-in-state",
  ),
  ["src/async/"],
  ["src/metrics/"],
  ["src/resilience/"],
  ["src/request/"],
  ["src/meetings/"],
  ["src/deps"],
  ["src/auth/"],
  ["bot/", "src/graph/", "src/storage/", "src/server/", "src/local/"],
  ["src/config/"],
  ["src/check/"],
  ["src/app"],
  ["src/cli/"],
  ["src/main"],
];

/** The layers inside `bot/`. */
const BOT_LAYERS: string[][] = [
  ["bot/locales/"],
  ["bot/turn/"],
  ["bot/cards/"],
  ["bot/reply", "bot/bot-services"],
  ["bot/requests/"],
  ["bot/replies/"],
  ["bot/delivery/"],
  ["bot/commands/", "bot/sign-in/"],
  ["bot/card-actions/"],
  ["bot/message-extension/"],
  ["bot/teams-bot"],
];

const imports = [...listFiles("bot", ".ts"), ...listFiles("src", ".ts")]
  .filter((path) => !path.startsWith("src/page/"))
  .flatMap(readImports);
const ours = imports.filter(({ isOurs }) => isOurs);
const packages = imports.filter(({ isOurs }) => !isOurs);

interface Place {
  name: string;
  height: number;
}

/** The longest name wins: `bot/turn/viewer` before `bot/turn/`. */
function findPlace(path: string, layers: string[][]): Place | undefined {
  const module = path.replace(/\.ts$/, "");
  return layers
    .flatMap((names, height) => names.map((name) => ({ name, height })))
    .filter(({ name }) => (name.endsWith("/") ? module.startsWith(name) : module === name))
    .toSorted((one, other) => other.name.length - one.name.length)[0];
}

function explainUpward({ from, to }: Import, here: Place, there: Place): string {
  return here.height === there.height
    ? `${from} imports ${to}, but ${here.name} and ${there.name} must not import each other: ` +
        "pass it from above, or move what both need into a lower layer."
    : `${from} imports ${to}, which is in a higher layer: move what it needs from ${there.name} ` +
        `down, or pass it as a parameter.`;
}

function explainBrokenLayers(layers: string[][], among: Import[]): string[] {
  return among.flatMap((one) => {
    const here = findPlace(one.from, layers);
    const there = findPlace(one.to, layers);
    if (!here || !there || here.name === there.name) return [];
    return here.height > there.height ? [] : [explainUpward(one, here, there)];
  });
}

/** Says who must not import what, and what to do instead. */
function explainForbidden(
  isForbidden: (one: Import) => boolean,
  fix: string,
  among = packages,
): string[] {
  return among.filter(isForbidden).map(({ from, to }) => `${from} imports ${to}: ${fix}`);
}

test("finds every import", () => {
  expect(imports.length).toBeGreaterThan(300);
  const seen = new Set(imports.map(({ from }) => from));
  expect(seen).toContain("src/main.ts");
  expect(ours).toContainEqual(
    expect.objectContaining({ from: "src/app.ts", to: "bot/teams-bot", isTypeOnly: false }),
  );
  expect(packages).toContainEqual(
    expect.objectContaining({ from: "src/server/read-body.ts", to: "raw-body" }),
  );
});

test("every file has a layer", () => {
  const files = [...new Set(imports.map(({ from }) => from))];
  const lost = files
    .filter((path) => !findPlace(path, path.startsWith("bot/") ? BOT_LAYERS : LAYERS))
    .map((path) => `${path} is in no layer of test/structure/imports.test.ts: add it.`);
  expect(lost).toEqual([]);
});

test("imports point one way", () => {
  expect(explainBrokenLayers(LAYERS, ours)).toEqual([]);
});

test("imports point one way inside bot/", () => {
  const within = ours.filter(({ from, to }) => from.startsWith("bot/") && to.startsWith("bot/"));
  expect(explainBrokenLayers(BOT_LAYERS, within)).toEqual([]);
});

test("only what reads and answers activities imports botbuilder", () => {
  const allowed = /^(bot\/turn|src\/server)\/|^bot\/teams-bot\.ts$/;
  expect(
    explainForbidden(
      ({ from, to }) => /^(botbuilder|botframework-)/.test(to) && !allowed.test(from),
      "botbuilder stays in bot/turn/ and src/server/, so that it can be replaced; pass plain data.",
    ),
  ).toEqual([]);
});

test("the Bot Framework's activity stops at bot/turn/", () => {
  const files = listFiles("bot", ".ts").filter((path) => !path.startsWith("bot/turn/"));
  expect(files.filter((path) => /\bActivity\b/.test(readText(path)))).toEqual([]);
});

test("cards and texts are pure", () => {
  const pure = new Set(["zod", "html-entities"]);
  const pureForTexts = new Set(["intl-messageformat", "es-toolkit"]);
  expect(
    explainForbidden(
      ({ from, to }) =>
        /^bot\/(cards|locales)\//.test(from) &&
        !pure.has(to) &&
        !(pureForTexts.has(to) && from.startsWith("bot/locales/")),
      "a card is a function of its data; do the work in bot/commands or src/meetings, and pass the result.",
    ),
  ).toEqual([]);
});

test("the domain does no I/O", () => {
  // Pure computation: hashing, encryption, compression, caches, queues, dates, edit distances.
  const pure = new Set(
    ["node:crypto", "node:zlib", "fastq", "lru-cache", "uuid", "zod"].concat(
      "@js-temporal/polyfill",
      "fastest-levenshtein",
      "rrule-temporal",
    ),
  );
  expect(
    explainForbidden(
      ({ from, to }) => /^src\/(meetings|request)\//.test(from) && !pure.has(to),
      "src/meetings is pure; write a port there, and implement it in graph/, storage/ or auth/.",
    ),
  ).toEqual([]);
});

test("only edges reach the network, the disk and other programs", () => {
  const reaching = new Set(
    ["fs", "net", "http", "https", "http2", "tls", "dns", "dgram", "child_process"].concat(
      "worker_threads",
      "cluster",
    ),
  );
  const deps = /^src\/(server|storage|local|cli|page|check)\/|^src\/(listen|main)\.ts$/;
  // A type import from node:http opens no connection.
  expect(
    explainForbidden(
      ({ from, to, isTypeOnly }) =>
        reaching.has(to.replace("node:", "")) && !isTypeOnly && !deps.test(from),
      "take it as a dependency (fetch, store, log): see src/app.ts.",
    ),
  ).toEqual([]);
});

test("browser code only imports itself and teams-js, and only its shared names are imported", () => {
  const ofPages = listFiles("src/page", ".ts").flatMap(readImports);
  expect(ofPages.length).toBeGreaterThan(5);
  expect(
    explainForbidden(
      ({ to, isOurs }) => (isOurs ? !to.startsWith("src/page/") : to !== "@microsoft/teams-js"),
      "it runs in a browser, which loads all of it; have the server write the data into the page.",
      ofPages,
    ),
  ).toEqual([]);
  expect(
    explainForbidden(
      ({ to }) => to.startsWith("src/page/") && to !== "src/page/sign-in-state",
      "that is browser code; share names through src/page/sign-in-state.ts.",
      ours,
    ),
  ).toEqual([]);
});

test("Node's modules are imported by their node: names", () => {
  const bare = new Set(builtinModules);
  expect(explainForbidden(({ to }) => bare.has(to), `write it as "node:…".`)).toEqual([]);
});

test("there are no import cycles, except for type imports", () => {
  const next = new Map<string, string[]>();
  for (const { from, to } of ours.filter(({ isTypeOnly }) => !isTypeOnly)) {
    const module = from.replace(/\.ts$/, "");
    next.set(module, [...(next.get(module) ?? []), to]);
  }
  const circles: string[] = [];
  const isDone = new Set<string>();
  function follow(module: string, trail: string[]): void {
    if (trail.includes(module)) {
      const circle = [...trail.slice(trail.indexOf(module)), module].join(" -> ");
      circles.push(`${circle}: move what they share into a file of its own.`);
    } else if (!isDone.has(module)) {
      for (const imported of next.get(module) ?? []) follow(imported, [...trail, module]);
      isDone.add(module);
    }
  }
  for (const module of next.keys()) follow(module, []);
  expect(circles).toEqual([]);
});

test("nothing imports the files that have side effects", () => {
  const importers = ours.filter(({ to }) => to === "src/main" || to.endsWith("/preload"));
  expect(importers).toEqual([]);
});

test("every card has an example, which tests lay out and translate", () => {
  const examples = new Set(
    ["sample-cards", "compose-cards"].flatMap((name) =>
      readImports(`test/bot/cards/${name}.ts`).map(({ to }) => `${to}.ts`),
    ),
  );
  // Teams draws the sign-in card itself.
  const cards = listFiles("bot/cards", "-card.ts").filter((path) => !path.includes("sign-in"));
  expect(cards.length).toBeGreaterThan(10);
  expect(cards.filter((path) => !examples.has(path))).toEqual([]);
});
