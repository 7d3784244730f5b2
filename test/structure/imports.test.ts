import { builtinModules } from "node:module";
import { listFiles, readImports, readText, type Import } from "./source-files";

/**
 * The arrow, from the bottom to the top: a file imports from its own folder, and from what stands lower.
 * What shares a line does not know each other.
 */
const LAYERS: string[][] = [
  ["src/async/turn-id"],
  ["src/errors", "src/log", "src/secret", "src/clouds", "src/listen", "src/page/sign-in-state"],
  ["src/async/"],
  ["src/request/"],
  ["src/meetings/"],
  ["src/auth/"],
  ["bot/", "src/graph/", "src/storage/", "src/server/", "src/local/"],
  ["src/settings"],
  ["src/config", "src/deps"],
  ["src/check/"],
  ["src/app"],
  ["src/cli/"],
  ["src/main"],
];

/** The same inside `bot/`: words and cards at the bottom, the router at the top. */
const BOT_LAYERS: string[][] = [
  ["bot/locales/", "bot/turn/"],
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
    ? `${from} imports ${to}, but ${here.name} and ${there.name} must not know each other: ` +
        "hand it in from above, or move what both need into a lower layer."
    : `${from} imports ${to}, which stands above it: move what it needs from ${there.name} ` +
        `down, or hand it in as a parameter.`;
}

function explainBrokenLayers(layers: string[][], among: Import[]): string[] {
  return among.flatMap((one) => {
    const here = findPlace(one.from, layers);
    const there = findPlace(one.to, layers);
    if (!here || !there || here.name === there.name) return [];
    return here.height > there.height ? [] : [explainUpward(one, here, there)];
  });
}

/** The shortest way of explaining: who must not import what, and what to do instead. */
function explainForbidden(
  isForbidden: (one: Import) => boolean,
  fix: string,
  among = packages,
): string[] {
  return among.filter(isForbidden).map(({ from, to }) => `${from} imports ${to}: ${fix}`);
}

test("every import is seen", () => {
  expect(imports.length).toBeGreaterThan(300);
  const seen = new Set(imports.map(({ from }) => from));
  expect(seen).toContain("src/main.ts");
  expect(ours).toContainEqual(
    expect.objectContaining({ from: "src/app.ts", to: "bot/teams-bot", isTypeOnly: false }),
  );
  expect(packages).toContainEqual(
    expect.objectContaining({ from: "src/server/messages-endpoint.ts", to: "raw-body" }),
  );
});

test("every file has its layer", () => {
  const files = [...new Set(imports.map(({ from }) => from))];
  const lost = files
    .filter((path) => !findPlace(path, path.startsWith("bot/") ? BOT_LAYERS : LAYERS))
    .map(
      (path) =>
        `${path} has no place in the layers of test/structure/imports.test.ts: give it one.`,
    );
  expect(lost).toEqual([]);
});

test("imports point one way: main, demo, serve, app, check, the edges, meetings, errors", () => {
  expect(explainBrokenLayers(LAYERS, ours)).toEqual([]);
});

test("inside bot/ they do too: the router, buttons, commands, replies, turns, cards, words", () => {
  const within = ours.filter(({ from, to }) => from.startsWith("bot/") && to.startsWith("bot/"));
  expect(explainBrokenLayers(BOT_LAYERS, within)).toEqual([]);
});

test("code outside bot/, src/server/ and src/app.ts does not know botbuilder", () => {
  const allowed = /^(bot\/|src\/server\/|src\/app\.ts$)/;
  expect(
    explainForbidden(
      ({ from, to }) => /^(botbuilder|botframework-)/.test(to) && !allowed.test(from),
      "botbuilder stays in bot/, src/server/ and src/app.ts, so that it can be replaced; pass plain data.",
    ),
  ).toEqual([]);
});

test("the Bot Framework's activity stops at bot/turn/", () => {
  const files = listFiles("bot", ".ts").filter((path) => !path.startsWith("bot/turn/"));
  expect(files.filter((path) => /\bActivity\b/.test(readText(path)))).toEqual([]);
});

test("cards and words are pure: data in, data out", () => {
  const pure = new Set(["zod", "html-entities"]);
  expect(
    explainForbidden(
      ({ from, to }) =>
        /^bot\/(cards|locales)\//.test(from) &&
        !pure.has(to) &&
        !(to === "intl-messageformat" && from.startsWith("bot/locales/")),
      "a card is a function of its data; do that work in bot/commands or src/meetings, and pass the result.",
    ),
  ).toEqual([]);
});

test("the domain does no I/O and knows neither Graph nor Teams", () => {
  // What computes only: hashing, enciphering, packing, remembering, waiting in line, reading days and times.
  const pure = new Set(
    ["node:crypto", "node:zlib", "async-cache-dedupe", "fastq", "lru-cache", "uuid", "zod"].concat(
      "@js-temporal/polyfill",
      "chrono-node",
    ),
  );
  expect(
    explainForbidden(
      ({ from, to }) => /^src\/(meetings|request)\//.test(from) && !pure.has(to),
      "src/meetings is pure; write a port there, and implement it in graph/, storage/ or auth/.",
    ),
  ).toEqual([]);
});

test("only the edges reach the network, the disk and other programs", () => {
  const reaching = new Set(
    ["fs", "net", "http", "https", "http2", "tls", "dns", "dgram", "child_process"].concat(
      "worker_threads",
      "cluster",
    ),
  );
  const deps = /^src\/(server|storage|local|cli|page|check)\/|^src\/(listen|main)\.ts$/;
  // A type of node:http is no access to the network.
  expect(
    explainForbidden(
      ({ from, to, isTypeOnly }) =>
        reaching.has(to.replace("node:", "")) && !isTypeOnly && !deps.test(from),
      "take it as an edge (fetch, store, log) from whoever builds you: see src/app.ts.",
    ),
  ).toEqual([]);
});

test("browsers' code knows itself and teams-js, and the rest of us only what it shows", () => {
  const ofPages = listFiles("src/page", ".ts").flatMap(readImports);
  expect(ofPages.length).toBeGreaterThan(5);
  expect(
    explainForbidden(
      ({ to, isOurs }) => (isOurs ? !to.startsWith("src/page/") : to !== "@microsoft/teams-js"),
      "it runs in a browser, and all of it is loaded there; have the server write it into the page.",
      ofPages,
    ),
  ).toEqual([]);
  expect(
    explainForbidden(
      ({ to }) => to.startsWith("src/page/") && to !== "src/page/sign-in-state",
      "that is code for browsers; share plain names by src/page/sign-in-state.ts.",
      ours,
    ),
  ).toEqual([]);
});

test("Node's own modules are imported by their node: names", () => {
  const bare = new Set(builtinModules);
  expect(explainForbidden(({ to }) => bare.has(to), `write it as "node:…".`)).toEqual([]);
});

test("no file imports itself by a circle, types apart", () => {
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

test("only the program itself does something when it is imported: see src/main.ts", () => {
  const importers = ours.filter(({ to }) => to === "src/main" || to.endsWith("/preload"));
  expect(importers).toEqual([]);
});
