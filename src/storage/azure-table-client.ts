import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { TableClient, TableServiceClient } from "@azure/data-tables";
import { AppError } from "../errors";
import { POLICIES } from "../resilience/policies";
import { isInsecure, type AzureTableSpec } from "./azure-table-spec";

/** Gets an access token of the managed identity. `resource` is an origin. */
export type GetStoreToken = (request: {
  resource: string;
}) => Promise<{ token: string; expiresOnTimestamp: number }>;

/** Azure drops idle connections after 4 minutes without telling either end. */
const IDLE_MS = 60_000;

/**
 * The SDK's client with its retries turned off: they would report a write that succeeded as a conflict. See
 * azure-table-requests.ts for ours.
 *
 * @throws AppError `store_unavailable` for an account URL without `getToken`
 */
export function connectTable(
  spec: AzureTableSpec,
  tableName: string,
  getToken: GetStoreToken | undefined,
) {
  const isPlain =
    "connectionString" in spec &&
    isInsecure(
      new URL(TableServiceClient.fromConnectionString(spec.connectionString.reveal()).url),
    );
  const agentOptions = { keepAlive: true, maxSockets: POLICIES.store.width, timeout: IDLE_MS };
  const agent = isPlain ? new HttpAgent(agentOptions) : new HttpsAgent(agentOptions);
  const options = {
    agent,
    allowInsecureConnection: isPlain,
    retryOptions: { maxRetries: 0 },
    redirectOptions: { maxRetries: 0 },
  };
  return {
    client: createClient(),
    /** Closes idle connections. */
    disconnect: () => agent.destroy(),
  };

  function createClient(): TableClient {
    if ("connectionString" in spec) {
      return TableClient.fromConnectionString(spec.connectionString.reveal(), tableName, options);
    }
    if (!getToken) {
      const reason = "an account’s URL needs a managed identity. Use a connection string instead";
      throw new AppError("store_unavailable", { reason });
    }
    const credential = {
      getToken: (scopes: string | string[]) => getToken({ resource: toResource(scopes) }),
    };
    return new TableClient(spec.accountUrl, tableName, credential, options);
  }
}

/** Turns the scope `https://storage.azure.com/.default` into its resource. */
function toResource(scopes: string | string[]): string {
  return String(scopes).replace(/\/\.default$/, "");
}
