import { createHash, createSecretKey } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CLOUDS } from "../../clouds";
import { describeDemo } from "./describe-demo";
import { readDemoOptions } from "./demo-options";
import { startOnPort } from "./demo-port";
import { openPlaygrounds } from "./open-playgrounds";
import {
  toNotificationCertificate,
  type NotificationCertificate,
} from "../../auth/notification-certificate";
import { parseCertificate } from "../../auth/parse-certificate";
import { createSelfSigned } from "../../auth/self-signed-certificate";
import type { LiveStatusSource } from "../../config/live-status-settings";
import { systemDependencies } from "../../deps";
import { startLocalCloud } from "../../local/local-cloud";
import { createLocalFetch } from "../../local/local-fetch";
import { createLog } from "../../log";
import { Secret } from "../../secret";
import type { CommandOptions } from "../command-line";
import { serve, type Service } from "../serve";
import { namingPort, StartProblem } from "../start-problem";
import { DEFAULT_LEAD_MINUTES } from "../../meetings/reminders/find-reminder";
import { openStore } from "../../storage/open-store";

/** Fixed, so that demos on the same machine can read each other's cards. */
const SEALING_KEY = createSecretKey(createHash("sha256").update("rendezvous demo").digest());
/** Short, because it is on this machine. */
const GRAPH_TIMEOUT_MS = 3_000;
const APP_ID = "7878f556-d1ee-427c-a446-33f8e5db08ed";
/** With permission for Graph's events about calls and its attendance reports. */
const CALL_ROLES = [
  "OnlineMeetings.ReadWrite.All",
  "OnlineMeetings.Read.All",
  "OnlineMeetingArtifact.Read.All",
];
const CERTIFICATE_EXPIRES_AT = "2049-12-31T23:59:59Z";
/** The current user in the Playground's configuration. */
const PLAYGROUND_USER = "d32d11ff-dc17-477e-b4a0-9758ccab3559";

/**
 * Runs the product without a tenant: the embedded Graph and Entra, the bot, and Microsoft's Playground, all on
 * loopback. Stops everything again if a part fails to start.
 *
 * @param programFolder The folder of package.json.
 * @throws StartProblem or Node's own error
 */
export async function startDemo(
  given: CommandOptions["demo"],
  programFolder: string,
): Promise<Pick<Service, "stop">> {
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
    const { live } = options;
    const store = options.store ?? `lmdb:${join(folder, "records")}`;
    const service = await startOnPort("--port", options.port, (port) =>
      startBot({ port, graphUrl, store, programFolder, live }),
    );
    stops.push(() => service.stop());
    const { playgroundPort, people } = options;
    const botEndpoint = `${service.url}/api/messages`;
    await receiveCallNews(graphUrl, botEndpoint, live);
    const playgrounds =
      playgroundPort === undefined
        ? []
        : await openPlaygrounds(people, playgroundPort, {
            configPath: join(programFolder, ".m365agentsplayground.yml"),
            botEndpoint,
            folder,
            stops,
          });
    process.stdout.write(describeDemo(service.url, graphUrl, playgrounds));
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

/** Has the embedded cloud tell the bot of calls, as Teams does, and lets the bot subscribe at Graph. */
async function receiveCallNews(
  graphUrl: string,
  botEndpoint: string,
  live: LiveStatusSource,
): Promise<void> {
  const settings = { botEndpoint, ...(live === "graph" && { appRoles: CALL_ROLES }) };
  await fetch(`${graphUrl}/_local/settings`, { method: "PATCH", body: JSON.stringify(settings) });
}

/** A certificate that lasts as long as the demo may. */
async function createCertificates(live: LiveStatusSource): Promise<NotificationCertificate[]> {
  if (live !== "graph") return [];
  const pem = await createSelfSigned({ commonName: "demo", expiresAt: CERTIFICATE_EXPIRES_AT });
  const parsed = parseCertificate(pem);
  return parsed.ok ? [toNotificationCertificate(parsed.certificate)] : [];
}

async function startGraph(port: number, stops: Stops): Promise<string> {
  const cloud = await namingPort("--graph-port", startLocalCloud({ port }));
  stops.push(() => cloud.close());
  return cloud.url;
}

async function startBot(options: {
  port: number;
  graphUrl: string;
  store: string;
  programFolder: string;
  live: LiveStatusSource;
}) {
  const { port, graphUrl, store, programFolder, live } = options;
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
      liveStatus: live,
      notificationCertificates: await createCertificates(live),
      sealingKeys: [SEALING_KEY],
      freshnessMs: 15_000,
      reminderMinutes: DEFAULT_LEAD_MINUTES,
      retentionMs: 30 * 86_400_000,
      whoMayChange: "owners",
      writesPerMinute: 0,
      admins: [PLAYGROUND_USER],
      store: new Secret(store),
      programFolder,
    },
    {
      ...deps,
      log: createLog("warn"),
      store: openStore(store),
      fetch: createLocalFetch(deps.fetch, [cloud.graphOrigin, cloud.loginOrigin], graphUrl),
    },
  );
}
