import { createHash, createSecretKey } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CLOUDS } from "../../clouds";
import { readDemoOptions } from "./demo-options";
import { systemDependencies } from "../../deps";
import { listen } from "../../listen";
import { startLocalCloud } from "../../local/local-cloud";
import { createLocalFetch } from "../../local/local-fetch";
import { startPlaygroundRelay } from "../../local/playground/playground-relay";
import { startPlayground } from "../../local/playground/start-playground";
import { createLog } from "../../log";
import { Secret } from "../../secret";
import type { CommandOptions } from "../command-line";
import { serve, type Service } from "../serve";
import { isTakenPort, namingPort, StartProblem } from "../start-problem";
import { openStore } from "../../storage/open-store";

/** Fixed, so that demos on the same machine can read each other's cards. */
const SEALING_KEY = createSecretKey(createHash("sha256").update("rendezvous demo").digest());
/** Short, because it is on this machine. */
const GRAPH_TIMEOUT_MS = 3_000;
const APP_ID = "7878f556-d1ee-427c-a446-33f8e5db08ed";
const ROOT = join(__dirname, "..", "..", "..", "..");
const PLAYGROUND_CONFIG = join(ROOT, ".m365agentsplayground.yml");
/** The current user in that file. */
const PLAYGROUND_USER = "d32d11ff-dc17-477e-b4a0-9758ccab3559";

/**
 * Runs the product without a tenant: the embedded Graph and Entra, the bot, and Microsoft's Playground, all on
 * loopback. Stops everything again if a part fails to start.
 *
 * @throws StartProblem or Node's own error
 */
export async function startDemo(given: CommandOptions["demo"]): Promise<Pick<Service, "stop">> {
  const options = readDemoOptions(given);
  const stops: Stops = [];
  const stop = async () => {
    const problems: unknown[] = [];
    for (const stopPart of stops.splice(0).toReversed()) {
      await stopPart().catch((error: unknown) => problems.push(error));
    }
    if (problems.length > 0) throw problems[0];
  };
  try {
    const folder = await mkdtemp(join(tmpdir(), "rendezvous-demo-"));
    stops.push(() => rm(folder, { recursive: true, force: true }));
    const graphUrl = options.graphUrl
      ? await findGraph(options.graphUrl)
      : await startGraph(options.graphPort, stops);
    const store = options.store ?? `lmdb:${join(folder, "records")}`;
    const service = await startOnPort("--port", options.port, (port) =>
      startBot({ port, graphUrl, store }),
    );
    stops.push(() => service.stop());
    const { playgroundPort } = options;
    const playgroundUrl =
      playgroundPort === undefined
        ? undefined
        : await openPlayground(playgroundPort, service.url, folder, stops);
    print(service.url, graphUrl, playgroundUrl);
    return { stop };
  } catch (error) {
    await stop().catch(() => undefined); // the first error says why the demo didn't start
    throw error;
  }
}

type Stops = (() => Promise<unknown>)[];

/** Checks that another demo's embedded cloud is there. */
async function findGraph(url: string): Promise<string> {
  const signal = AbortSignal.timeout(GRAPH_TIMEOUT_MS);
  const answer = await fetch(`${url}/_local/settings`, { signal }).catch(() => undefined);
  if (answer?.ok) return url;
  throw new StartProblem(
    `There’s no embedded Graph at ${url}. Start the other demo first, or leave out --graph-url.`,
  );
}

async function startGraph(port: number, stops: Stops): Promise<string> {
  const cloud = await namingPort("--graph-port", startLocalCloud({ port }));
  stops.push(() => cloud.close());
  return cloud.url;
}

/**
 * Starts a server on the port that an option names. For port 0 it finds a free port first, because the server has to
 * know its port before it listens. Another program can take that port in between, so this tries until it works.
 */
async function startOnPort<T>(
  option: string,
  port: number,
  start: (port: number) => Promise<T>,
): Promise<T> {
  if (port !== 0) return namingPort(option, start(port));
  for (;;) {
    try {
      return await start(await findFreePort());
    } catch (error) {
      if (!isTakenPort(error)) throw error;
    }
  }
}

async function findFreePort(): Promise<number> {
  const server = await listen(() => undefined, { host: "127.0.0.1", port: 0 });
  await server.stop(0);
  return Number(new URL(server.url).port);
}

function startBot({ port, graphUrl, store }: { port: number; graphUrl: string; store: string }) {
  const cloud = CLOUDS.global;
  const deps = systemDependencies();
  return serve(
    {
      host: "127.0.0.1",
      port,
      cloud,
      botIdentity: { kind: "off" },
      linkOrigin: `http://127.0.0.1:${port}`,
      graphAuth: "application",
      credential: { kind: "secret", clientId: APP_ID, secret: new Secret("demo") },
      organizerPolicy: { mode: "first-caller" },
      sealingKeys: [SEALING_KEY],
      freshnessMs: 15_000,
      retentionMs: 30 * 86_400_000,
      whoMayChange: "owners",
      admins: [PLAYGROUND_USER],
      store: new Secret(store),
      programFolder: ROOT,
    },
    {
      ...deps,
      log: createLog("warn"),
      store: openStore(store),
      fetch: createLocalFetch(deps.fetch, [cloud.graphOrigin, cloud.loginOrigin], graphUrl),
    },
  );
}

async function openPlayground(
  port: number,
  botUrl: string,
  folder: string,
  stops: Stops,
): Promise<string> {
  const relay = await startPlaygroundRelay(`${botUrl}/api/messages`);
  stops.push(() => relay.stop(0));
  const started = await startOnPort("--playground-port", port, (playgroundPort) =>
    startPlayground({
      port: playgroundPort,
      botEndpoint: relay.endpoint,
      configPath: PLAYGROUND_CONFIG,
      logPath: join(folder, "playground.log"),
    }),
  );
  if (!started.ok) throw new StartProblem(PLAYGROUND_PROBLEMS[started.reason]);
  const { playground } = started;
  let isStopping = false;
  stops.push(() => {
    isStopping = true;
    return playground.stop();
  });
  void playground.ended.then(() => {
    if (isStopping) return;
    process.stderr.write("The Playground has stopped. Press Ctrl-C, then start the demo again.\n");
  });
  return playground.url;
}

const PLAYGROUND_PROBLEMS = {
  "not-installed": "The Playground isn’t installed. Run npm ci, or use --no-playground.",
  ended: "The Playground stopped right after it started. To run without it, use --no-playground.",
};

function print(botUrl: string, graphUrl: string, playgroundUrl: string | undefined): void {
  const steps = playgroundUrl
    ? [
        `  Playground  ${playgroundUrl}`,
        "    1. Open General, under Contoso Engineering.",
        "    2. Type @, choose Rendezvous, type meet, and choose Post.",
      ]
    : [`  Bot         ${botUrl}/api/messages   (post activities here)`];
  const urlsReady = [botUrl, graphUrl, playgroundUrl].filter(Boolean).join(" ");
  process.stdout.write(
    [
      "",
      "Rendezvous is running on this machine. Its meetings exist only in the embedded Graph.",
      "",
      ...steps,
      `  Graph       ${graphUrl}   (meetings and requests)`,
      "  To stop, press Ctrl-C.",
      "",
      `ready ${urlsReady}`,
      "",
    ].join("\n"),
  );
}
