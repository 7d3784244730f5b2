import { createManagedIdentityTokens } from "../auth/managed-identity-tokens";
import type { Config } from "../config/config";
import { openStore } from "../storage/open-store";

/**
 * Opens the store in the settings. A storage account without a key is opened with the machine's managed identity, which
 * is asked for a token on the first call.
 *
 * @throws AppError `store_unavailable`
 */
export function openConfiguredStore(
  { store, managedIdentityClientId }: Pick<Config, "store" | "managedIdentityClientId">,
  options: { mustExist?: boolean } = {},
) {
  const getToken = createManagedIdentityTokens(managedIdentityClientId, { fetch });
  return openStore(store.reveal(), { ...options, getToken });
}
