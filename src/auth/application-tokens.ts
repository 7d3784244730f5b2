import type { Cloud } from "../clouds";
import { AppError } from "../errors";
import type { AppCredential } from "./app-credential";
import {
  createConfidentialClient,
  type AuthDeps,
  type RegistrationCredential,
} from "./confidential-client";
import { createManagedIdentityTokens } from "./managed-identity-tokens";
import { createExpiringCache } from "../async/expiring-cache";
import { singleFlight } from "../async/single-flight";
import { toTokenError } from "./token-error";

/** `resource` is an origin, without `/.default`. */
interface TokenRequest {
  tenantId: string;
  resource: string;
}

/** `refused` is a token that the resource just rejected. */
export type GetApplicationToken = (request: TokenRequest & { refused?: string }) => Promise<string>;

/** MSAL parses its whole cache at each call. It renews a token 5 minutes before that expires. */
const REUSED_MS = 60_000;
const MAX_REUSED = 100;

type RequestToken = (request: TokenRequest & { skipsCache: boolean }) => Promise<string>;

/**
 * The app's own access tokens, for Graph and for the Connector:
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
 *
 * MSAL caches each token until shortly before it expires, and is asked for it once a minute. Simultaneous calls share one
 * request for each tenant and resource. A refused token is replaced once, even when its calls fail one after another.
 *
 * @throws AppError `entra_unavailable` when Entra fails; `token_unavailable` with Entra's error code if there is one
 */
export function createApplicationTokens(
  credential: AppCredential,
  cloud: Cloud,
  deps: AuthDeps,
): GetApplicationToken {
  const requestToken = singleFlight(
    credential.kind === "managed-identity"
      ? fromManagedIdentity(credential.clientId, deps)
      : fromEntra(credential, cloud, deps),
  );
  const reused = createExpiringCache<string>({
    maxEntries: MAX_REUSED,
    ttlMs: REUSED_MS,
    now: deps.now,
  });
  return async ({ tenantId, resource, refused }) => {
    const key = `${tenantId} ${resource}`;
    const known = reused.get(key);
    if (known !== undefined && known !== refused) return known;
    const cached = await requestToken({ tenantId, resource, skipsCache: false });
    // Another call may have replaced it already.
    const token =
      cached === refused ? await requestToken({ tenantId, resource, skipsCache: true }) : cached;
    reused.set(key, token);
    return token;
  };
}

function fromEntra(credential: RegistrationCredential, cloud: Cloud, deps: AuthDeps): RequestToken {
  let msal: ReturnType<typeof createConfidentialClient> | undefined;
  return async ({ tenantId, resource, skipsCache }) => {
    try {
      msal ??= createConfidentialClient(credential, cloud, deps);
      const result = await msal.acquireTokenByClientCredential({
        scopes: [`${resource}/.default`],
        authority: `${cloud.loginOrigin}/${tenantId}`,
        skipCache: skipsCache,
      });
      if (result?.accessToken) return result.accessToken;
    } catch (error) {
      throw toTokenError(error);
    }
    throw new AppError("token_unavailable", { reason: "Entra's response has no token" });
  };
}

/** Ignores `tenantId`: a managed identity only gets tokens for its home tenant, which the bot serves. */
function fromManagedIdentity(clientId: string, deps: AuthDeps): RequestToken {
  const getIdentityToken = createManagedIdentityTokens(clientId, deps.network);
  return async ({ resource, skipsCache }) =>
    (await getIdentityToken({ resource, skipsCache })).token;
}
