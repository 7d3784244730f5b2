import {
  createManagedIdentityTokens,
  type GetIdentityToken,
} from "../auth/managed-identity-tokens";
import type { Config } from "../config";
import type { MeetingStore } from "../meetings/record/meeting-store";
import { openStore } from "../storage/open-store";

/**
 * The store that the settings name. A storage account of which they say the URL alone is opened by the machine's own
 * identity, which is not asked for before the first call.
 *
 * @throws AppError `store_unavailable` when it cannot be opened
 */
export function openConfiguredStore(
  { store, managedIdentityClientId }: Pick<Config, "store" | "managedIdentityClientId">,
  options: { mustExist?: boolean } = {},
): MeetingStore {
  let getIdentityToken: GetIdentityToken | undefined;
  return openStore(store.reveal(), {
    ...options,
    async getToken(request) {
      getIdentityToken ??= createManagedIdentityTokens(
        { clientId: managedIdentityClientId },
        { fetch: globalThis.fetch },
      );
      return getIdentityToken(request);
    },
  });
}
