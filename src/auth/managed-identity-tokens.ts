import type { INetworkModule, ManagedIdentityApplication } from "@azure/msal-node";
import { AppError } from "../errors";
import { loadMsal } from "./load-msal";
import { singleFlight } from "../async/single-flight";

interface IdentityTokenRequest {
  /** An origin or an `api://…` URI, without `/.default`. */
  resource: string;
  skipsCache?: boolean;
}

/** The `reason` of an AppError `token_unavailable`. The endpoint's own errors vary between hosts. */
export const IDENTITY_UNAVAILABLE = "identity_unavailable";

/**
 * Access tokens of the server's managed identity: https://learn.microsoft.com/entra/msal/javascript/node/managed-identity
 *
 * MSAL finds the endpoint by itself: `IDENTITY_ENDPOINT` and `IDENTITY_HEADER` in App Service, else the metadata
 * service of the virtual machine. It does so once per process, and keeps the network of the first call.
 *
 * @param clientId The user-assigned identity; `undefined` for the system-assigned one.
 */
export function createManagedIdentityTokens(clientId: string | undefined, network: INetworkModule) {
  let msal: ManagedIdentityApplication | undefined;
  const createMsal = () =>
    new (loadMsal().ManagedIdentityApplication)({
      managedIdentityIdParams: { userAssignedClientId: clientId },
      // MSAL's own retries wait as long as a Retry-After says, and keep everyone waiting who needs the token.
      system: { networkClient: network, disableInternalRetries: true },
    });

  return singleFlight(async ({ resource, skipsCache = false }: IdentityTokenRequest) => {
    try {
      msal ??= createMsal();
      const result = await msal.acquireToken({ resource, forceRefresh: skipsCache });
      const { accessToken, expiresOn } = result;
      if (accessToken && expiresOn) {
        return { token: accessToken, expiresOnTimestamp: expiresOn.getTime() };
      }
    } catch (error) {
      throw new AppError("token_unavailable", { reason: IDENTITY_UNAVAILABLE }, { cause: error });
    }
    throw new AppError("token_unavailable", { reason: IDENTITY_UNAVAILABLE });
  });
}
