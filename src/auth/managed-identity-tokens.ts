import { ManagedIdentityApplication } from "@azure/msal-node";
import { AppError } from "../errors";
import { createMsalNetwork } from "./msal-network";
import { singleFlight } from "../async/single-flight";

export interface IdentityToken {
  token: string;
  /** Milliseconds since 1970. */
  expiresOnTimestamp: number;
}

/** `resource` is an origin or an `api://…`, without `/.default`; `skipsCache` asks the machine anew. */
export type GetIdentityToken = (request: {
  resource: string;
  skipsCache?: boolean;
}) => Promise<IdentityToken>;

/** The `reason` of a token that the machine did not give: what it says of it differs from place to place. */
export const IDENTITY_UNAVAILABLE = "identity_unavailable";

/**
 * Access tokens of the machine's own identity: https://learn.microsoft.com/entra/msal/javascript/node/managed-identity
 *
 * MSAL finds where to ask by itself: in App Service by `IDENTITY_ENDPOINT` and `IDENTITY_HEADER`, else at the
 * virtual machine's metadata service. It does so once a process, and asks with the `fetch` that it was then given.
 *
 * @param clientId Which user-assigned identity; without it the system-assigned one.
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
