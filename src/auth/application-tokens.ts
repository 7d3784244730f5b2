import type { Cloud } from "../clouds";
import { AppError } from "../errors";
import type { AppCredential } from "./app-credential";
import {
  createConfidentialClient,
  type AuthDeps,
  type RegistrationCredential,
} from "./confidential-client";
import { createManagedIdentityTokens } from "./managed-identity-tokens";
import { singleFlight } from "../async/single-flight";
import { toTokenError } from "./token-error";

/** `resource` is an origin, without `/.default`. */
interface TokenRequest {
  tenantId: string;
  resource: string;
}

/** `refused` is the token that the resource did not take, should it have refused one. */
export type GetApplicationToken = (request: TokenRequest & { refused?: string }) => Promise<string>;

type AskForToken = (request: TokenRequest & { skipsCache: boolean }) => Promise<string>;

/**
 * Access tokens in the app's own name, for Graph and for Teams:
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
 *
 * MSAL keeps each token until shortly before it expires. However many ask at the same moment, Entra is asked
 * once for a tenant and resource; and once for a token in place of a refused one, also when its refusals come
 * in one after another. Throws `token_unavailable`, with Entra's own code where there is one.
 */
export function createApplicationTokens(
  credential: AppCredential,
  cloud: Cloud,
  deps: AuthDeps,
): GetApplicationToken {
  const ask = singleFlight(
    credential.kind === "managed-identity"
      ? askMachine(credential.clientId, deps)
      : askEntra(credential, cloud, deps),
  );
  return async ({ tenantId, resource, refused }) => {
    const token = await ask({ tenantId, resource, skipsCache: false });
    // Somebody else may have renewed it meanwhile.
    return token === refused ? ask({ tenantId, resource, skipsCache: true }) : token;
  };
}

function askEntra(credential: RegistrationCredential, cloud: Cloud, deps: AuthDeps): AskForToken {
  const msal = createConfidentialClient(credential, { cloud }, deps);
  return async ({ tenantId, resource, skipsCache }) => {
    try {
      const result = await msal.acquireTokenByClientCredential({
        scopes: [`${resource}/.default`],
        authority: `${cloud.loginOrigin}/${tenantId}`,
        skipCache: skipsCache,
      });
      if (result?.accessToken) return result.accessToken;
    } catch (error) {
      throw toTokenError(error);
    }
    throw new AppError("token_unavailable", { reason: "Entra answered without a token" });
  };
}

/** The identity's tokens are its own tenant's, which is the one that the bot serves. */
function askMachine(clientId: string, deps: AuthDeps): AskForToken {
  const getIdentityToken = createManagedIdentityTokens({ clientId }, deps);
  return async ({ resource, skipsCache }) =>
    (await getIdentityToken({ resource, skipsCache })).token;
}
