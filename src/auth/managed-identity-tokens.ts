import { ManagedIdentityApplication } from "@azure/msal-node";
import { AppError } from "../errors";
import { createMsalNetwork } from "./msal-network";
import { singleFlight } from "../async/single-flight";

export interface IdentityToken {
  token: string;
  /** Milliseconds since 1970. */
  expiresOnTimestamp: number;
}

/** `resource` is an origin or an `api://…` URI, without `/.default`. */
export type GetIdentityToken = (request: {
  resource: string;
  skipsCache?: boolean;
}) => Promise<IdentityToken>;

/** The `reason` of an AppError `token_unavailable`. The endpoint's own errors vary between hosts. */
export const IDENTITY_UNAVAILABLE = "identity_unavailable";

/**
 * Access tokens of the server's managed identity: https://learn.microsoft.com/entra/msal/javascript/node/managed-identity
 *
 * MSAL finds the endpoint by itself: `IDENTITY_ENDPOINT` and `IDENTITY_HEADER` in App Service, else the metadata
 * service of the virtual machine. It does so once per process, and keeps the `fetch` of the first call.
 *
 * @param clientId The user-assigned identity. Defaults to the system-assigned one.
 */
export function createManagedIdentityTokens(
  { clientId }: { clientId?: string | undefined },
  deps: { fetch: typeof fetch },
): GetIdentityToken {
  const msal = new ManagedIdentityApplication({
    ...(clientId && { managedIdentityIdParams: { userAssignedClientId: clientId } }),
    system: { networkClient: createMsalNetwork(deps.fetch) },
  });

  return singleFlight(async ({ resource, skipsCache = false }) => {
    try {
      const { accessToken, expiresOn } = await msal.acquireToken({
        resource,
        forceRefresh: skipsCache,
      });
      if (accessToken && expiresOn) {
        return { token: accessToken, expiresOnTimestamp: expiresOn.getTime() };
      }
    } catch (error) {
      throw new AppError("token_unavailable", { reason: IDENTITY_UNAVAILABLE }, { cause: error });
    }
    throw new AppError("token_unavailable", { reason: IDENTITY_UNAVAILABLE });
  });
}
