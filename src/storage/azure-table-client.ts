import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { TableClient, TableServiceClient } from "@azure/data-tables";
import { AppError } from "../errors";
import { isInsecure, type AzureTableSpec } from "./azure-table-spec";

/** An access token of the machine's own identity; `resource` is an origin. */
export type GetStoreToken = (request: {
  resource: string;
}) => Promise<{ token: string; expiresOnTimestamp: number }>;

export interface TableConnection {
  client: TableClient;
  /** Ends the connections that are kept for the next call. */
  disconnect: () => void;
}

/** App Service gives an instance 128 ports to one address: https://learn.microsoft.com/azure/app-service/troubleshoot-intermittent-outbound-connection-errors */
const MAX_CONNECTIONS = 100;
/** Azure forgets an idle connection after 4 minutes, without a word to either end. */
const IDLE_MS = 60_000;

/**
 * The SDK's client without its own repetition, which takes a write that came through for one that others were
 * quicker with: see azure-table-calls.ts.
 *
 * @throws AppError `store_unavailable` for an account's URL without anything that has tokens for it
 */
export function connectTable(
  spec: AzureTableSpec,
  tableName: string,
  getToken: GetStoreToken | undefined,
): TableConnection {
  const isPlain =
    "connectionString" in spec &&
    isInsecure(
      new URL(TableServiceClient.fromConnectionString(spec.connectionString.reveal()).url),
    );
  const agentOptions = { keepAlive: true, maxSockets: MAX_CONNECTIONS, timeout: IDLE_MS };
  const agent = isPlain ? new HttpAgent(agentOptions) : new HttpsAgent(agentOptions);
  const options = {
    agent,
    allowInsecureConnection: isPlain,
    retryOptions: { maxRetries: 0 },
    redirectOptions: { maxRetries: 0 },
  };
  return { client: createClient(), disconnect: () => agent.destroy() };

  function createClient(): TableClient {
    if ("connectionString" in spec) {
      return TableClient.fromConnectionString(spec.connectionString.reveal(), tableName, options);
    }
    if (!getToken) {
      const reason = "an account's URL alone needs a managed identity: write a connection string";
      throw new AppError("store_unavailable", { reason });
    }
    const credential = {
      getToken: (scopes: string | string[]) => getToken({ resource: toResource(scopes) }),
    };
    return new TableClient(spec.accountUrl, tableName, credential, options);
  }
}

/** `https://storage.azure.com/.default` asks for all that the identity may do there. */
function toResource(scopes: string | string[]): string {
  return [scopes]
    .flat()
    .join(" ")
    .replace(/\/\.default$/, "");
}
