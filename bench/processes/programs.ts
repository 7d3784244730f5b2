import { createHash } from "node:crypto";
import { join } from "node:path";
import { TENANT } from "../../test/support/activities";
import { BOT_ID, toLocalKeys } from "../traffic/signed-tokens";
import { AZURITE, LOCAL_KEYS, PEERS, SLOW_CLOCK } from "./folders";
import type { FaultKinds } from "./graph-faults";
import type { ServerProgram } from "./server";

const MAIN = join("dist", "src", "main.js");
const PASSWORD = "bench";
/** The demo's, so that `npm start` reads the tokens of meetings that were made there. */
const SEALING_KEY = createHash("sha256").update("rendezvous demo").digest("base64");
/** So long that it never asks Graph. */
const FRESHNESS_SECONDS = "3600";

/** The embedded Graph and Entra. `faults`: how many calls fail, and how. */
export function cloud(faults?: { percent: number; kinds: FaultKinds }): ServerProgram {
  const options = faults ? [String(faults.percent), faults.kinds] : [];
  return { name: "Graph", args: [join(__dirname, "cloud-child.js"), ...options] };
}

/** A Graph that answers at once. */
export function graphAtOnce(): ServerProgram {
  return { name: "Graph", args: [join(__dirname, "graph-at-once-child.js")] };
}

/** Teams' Connector. */
export function connector(): ServerProgram {
  return { name: "Connector", args: [join(__dirname, "connector-child.js")] };
}

/** Microsoft's emulator of Azure Tables, without files. */
export function azurite(): ServerProgram {
  const options = ["--disableTelemetry", "--silent", "--skipApiVersionCheck"].concat(
    "--disableProductStyleUrl",
    "--inMemoryPersistence",
    "--tablePort=0",
  );
  const counting = ["--require", join(__dirname, "count-requests-child.js")];
  return { name: "Azurite", args: [...counting, AZURITE, ...options] };
}

/** `STORE` for Azurite. The key is the same everywhere: https://learn.microsoft.com/azure/storage/common/storage-connect-azurite */
export function toAzuriteSpec(url: string): string {
  const key =
    "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
  return `azure-table:DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=${key};TableEndpoint=${url}/devstoreaccount1;`;
}

/** The demo: authentication is off, and Graph is the embedded one of another process. */
export function rendezvousDemo(
  folder: string,
  { graphUrl, store }: { graphUrl: string; store: string },
): ServerProgram {
  const options = ["--no-playground", "--port", "0", "--graph-url", graphUrl, "--store", store];
  return { name: "rendezvous", args: [join(folder, MAIN), "demo", ...options] };
}

/** `npm start`, with the bench's keys in place of Microsoft's. */
export function rendezvousStart(folder: string, store: string): ServerProgram {
  return {
    name: "rendezvous",
    args: [join(folder, MAIN)],
    env: {
      ...signedEnvironment(),
      BOT_DOMAIN: "rendezvous.contoso.com",
      SEALING_KEY,
      STORE: store,
      FRESHNESS_SECONDS,
      WRITES_PER_MINUTE: "0",
      HOST: "127.0.0.1",
      PORT: "0",
    },
  };
}

/** With deadlines that a busy machine doesn't miss. `behindMs`: its clock is that much behind the others'. */
export function withSlowClock(
  program: ServerProgram,
  sinceMs: number,
  behindMs = 0,
): ServerProgram {
  return {
    ...program,
    env: {
      ...program.env,
      NODE_OPTIONS: `--require ${JSON.stringify(SLOW_CLOCK)}`,
      SLOW_CLOCK_SINCE: String(sinceMs - behindMs),
    },
  };
}

/** Lets the program tell what it holds. */
export function withStateReports(program: ServerProgram): ServerProgram {
  const reporting = ["--expose-gc", "--require", join(__dirname, "report-state-child.js")];
  return { ...program, args: [...reporting, ...program.args] };
}

type PeerName = "botbuilder" | "agents-hosting" | "node-http";

/** @param replyFile the response of its invokes */
export function peer(name: PeerName, replyFile?: string): ServerProgram {
  return {
    name,
    args: [join(PEERS, `${name}.cjs`)],
    ...(replyFile !== undefined && { env: { REPLY_FILE: replyFile } }),
  };
}

/** Turns a peer's authentication on, with the bench's keys. */
export function withSignedTokens(program: ServerProgram): ServerProgram {
  return { ...program, env: { ...program.env, ...signedEnvironment() } };
}

/** As it starts in production: loading the bench's keys loads parts of botbuilder. */
export function withoutKeys(program: ServerProgram): ServerProgram {
  return { ...program, env: { ...program.env, NODE_OPTIONS: "" } };
}

function signedEnvironment(): Record<string, string> {
  return {
    BOT_ID,
    BOT_PASSWORD: PASSWORD,
    TENANT_ID: TENANT,
    NODE_OPTIONS: `--require ${JSON.stringify(LOCAL_KEYS)}`,
    LOCAL_KEYS: toLocalKeys(),
  };
}
