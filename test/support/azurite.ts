import { fork } from "node:child_process";
import { once } from "node:events";
import { z } from "zod";
import { Secret } from "../../src/secret";
import type { AzureTableSpec } from "../../src/storage/azure-table-spec";

/** The well-known key of Azurite's account: https://learn.microsoft.com/azure/storage/common/storage-connect-azurite */
export const AZURITE_KEY =
  "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

/** Microsoft's Azure Tables emulator, in a child process. */
export interface Azurite {
  url: string;
  stop(): Promise<void>;
}

const OPTIONS = [
  "--disableTelemetry",
  "--silent",
  "--skipApiVersionCheck",
  "--disableProductStyleUrl",
  "--inMemoryPersistence",
  "--tablePort=0",
];

export async function startAzurite(options: readonly string[] = []): Promise<Azurite> {
  const child = fork(require.resolve("./azurite-child.cjs"), [...OPTIONS, ...options], {
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let stderr = "";
  child.stderr?.on("data", (chunk) => (stderr += String(chunk)));
  const closed = once(child, "close");
  const started = await Promise.race([once(child, "message"), closed.then(() => undefined)]);
  if (!started) throw new Error(`Azurite did not start: ${stderr}`);
  return {
    url: z.url().parse(started[0]),
    async stop() {
      child.kill("SIGKILL");
      await closed;
    },
  };
}

/** A connection string for Azurite, or for a proxy in front of it. */
export function toConnectionString(url: string, key = AZURITE_KEY): string {
  return `DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=${key};TableEndpoint=${url}/devstoreaccount1;`;
}

export function toAzuriteSpec(url: string): AzureTableSpec {
  return { kind: "azure-table", connectionString: new Secret(toConnectionString(url)) };
}
