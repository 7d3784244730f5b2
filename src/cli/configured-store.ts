import { createManagedIdentityTokens } from "../auth/managed-identity-tokens";
import { createMsalNetwork } from "../auth/msal-network";
import { readStoreSettings, type Config } from "../config/config";
import type { Environment } from "../config/settings";
import type { Metrics } from "../metrics/metrics";
import { systemDependencies } from "../deps";
import type { MeetingStore } from "../meetings/ports/meeting-store";
import { openTable } from "../storage/open-store";
import { createTableStore } from "../storage/table-store";
import type { TextTable } from "../storage/text-table";
import { StartProblem } from "./start-problem";

type StoreConfig = Pick<Config, "store" | "managedIdentityClientId">;

/**
 * The settings of the store, for commands that need nothing else.
 *
 * @throws StartProblem if they are wrong
 */
export function readStoreConfig(env: Environment): StoreConfig {
  const read = readStoreSettings(env);
  if (!read.ok) throw new StartProblem(read.problems.join("\n"));
  return read.settings;
}

/** Opens the store in the settings. See `openConfiguredTable`. */
export function openConfiguredStore(
  config: StoreConfig,
  options?: { mustExist?: boolean },
  metrics?: Metrics,
): MeetingStore {
  return createTableStore(openConfiguredTable(config, options), metrics);
}

/**
 * Opens the rows of the store in the settings. A storage account without a key is opened with the machine's managed
 * identity, which is asked for a token on the first call.
 *
 * @throws AppError `store_unavailable`
 */
export function openConfiguredTable(
  { store, managedIdentityClientId }: StoreConfig,
  options: { mustExist?: boolean } = {},
): TextTable {
  const getToken = createManagedIdentityTokens(
    managedIdentityClientId,
    createMsalNetwork(systemDependencies()),
  );
  return openTable(store.reveal(), { ...options, getToken });
}
