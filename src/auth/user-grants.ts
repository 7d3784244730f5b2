import type { AuthenticationResult, ConfidentialClientApplication } from "@azure/msal-node";
import { AppError, type ErrorCode } from "../errors";
import type { User } from "../meetings/ports/user-sign-in";
import { loadMsal } from "./load-msal";
import { isEntraUnavailable, readTokenDetails } from "./token-error";

/** A user's access token for Graph, and how to renew it. */
export interface UserGrant {
  accessToken: string;
  lifetimeMs: number;
  /** How long it can be renewed. Absent when the user has to sign in again after the token expires. */
  renewableForMs?: number;
  /**
   * @throws AppError `sign_in_needed` when the user has to sign in again; `entra_unavailable` when Entra fails;
   *   `token_unavailable` when it doesn't accept the app
   */
  renew(): Promise<UserGrant>;
}

export interface UserGrantOptions {
  /**
   * One client per user, as MSAL recommends, so that each cache holds one user's tokens and is dropped with them.
   * https://learn.microsoft.com/entra/msal/javascript/node/caching
   */
  createClient: () => ConfidentialClientApplication;
  loginOrigin: string;
  graphOrigin: string;
  /** Where Entra redirected the browser with the code. */
  redirectUri: string;
}

/** https://learn.microsoft.com/entra/identity-platform/refresh-tokens#token-lifetime */
const REFRESH_TOKEN_MS = 90 * 86_400_000;

/** https://learn.microsoft.com/graph/api/onlinemeeting-createorget */
export const DELEGATED_PERMISSION = "OnlineMeetings.ReadWrite";

/**
 * Gets users' Graph tokens from MSAL, in exchange for Teams' tokens and authorization codes.
 *
 * @throws AppError `sign_in_refused` when Entra rejects the token or code, or answers for another user;
 *   `consent_missing` when the user has to consent or pass another check on Entra's page; `entra_unavailable` when
 *   Entra fails; `token_unavailable` when it doesn't accept the app
 */
export function createUserGrants(options: UserGrantOptions) {
  const { createClient, loginOrigin, graphOrigin, redirectUri } = options;
  const scopes = [`${graphOrigin}/${DELEGATED_PERMISSION}`];
  const toAuthority = ({ tenantId }: User) => `${loginOrigin}/${tenantId}`;

  return {
    /** https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow */
    async onBehalfOf(user: User, oboAssertion: string): Promise<UserGrant> {
      const client = createClient();
      const request = { oboAssertion, scopes, authority: toAuthority(user), skipCache: true };
      const exchange = () => client.acquireTokenOnBehalfOf(request);
      return toGrant(user, await convertErrors(exchange), exchange);
    },

    /** https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow */
    async byCode(user: User, page: { code: string; codeVerifier: string }): Promise<UserGrant> {
      const client = createClient();
      const request = { scopes, authority: toAuthority(user) };
      const result = await convertErrors(() =>
        client.acquireTokenByCode({ ...request, ...page, redirectUri }),
      );
      const { account } = result;
      // MSAL holds the refresh token, in memory.
      const refresh = async () =>
        account ? client.acquireTokenSilent({ ...request, account, forceRefresh: true }) : null;
      return toGrant(user, result, refresh, REFRESH_TOKEN_MS);
    },
  };
}

type Exchange = () => Promise<AuthenticationResult | null>;

/** Trusts the response for who signed in, because it came from Entra over TLS. */
function toGrant(
  user: User,
  result: AuthenticationResult,
  renew: Exchange,
  renewableForMs?: number,
): UserGrant {
  const { accessToken, expiresOn, tenantId, uniqueId } = result;
  if (!isSameUser({ tenantId, aadId: uniqueId }, user)) {
    throw new AppError("sign_in_refused", { reason: "another user signed in" });
  }
  return {
    accessToken,
    // MSAL computes it with the real clock.
    lifetimeMs: (expiresOn?.getTime() ?? 0) - Date.now(),
    renewableForMs,
    renew: async () =>
      toGrant(user, await convertErrors(renew, toRenewalCode), renew, renewableForMs),
  };
}

async function convertErrors(
  exchange: Exchange,
  toCode = toErrorCode,
): Promise<AuthenticationResult> {
  let result;
  try {
    result = await exchange();
  } catch (error) {
    // No cause: Entra's messages name people.
    throw new AppError(toCode(error), readTokenDetails(error));
  }
  if (result?.accessToken) return result;
  throw new AppError("token_unavailable", { reason: "Entra's response has no token" });
}

/** https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow#error-response-example */
function toErrorCode(error: unknown): ErrorCode {
  if (isEntraUnavailable(error)) return "entra_unavailable";
  const { AuthError, InteractionRequiredAuthError } = loadMsal();
  if (error instanceof InteractionRequiredAuthError) return "consent_missing";
  const isRefused = error instanceof AuthError && error.errorCode === "invalid_grant";
  return isRefused ? "sign_in_refused" : "token_unavailable";
}

function toRenewalCode(error: unknown): ErrorCode {
  const code = toErrorCode(error);
  return isTemporary(code) ? code : "sign_in_needed";
}

/** Whether the user is still signed in. */
export function isTemporary(code: ErrorCode): boolean {
  return code === "token_unavailable" || code === "entra_unavailable";
}

/** Ignores case: the ids are GUIDs. */
export function isSameUser(left: User, right: User): boolean {
  return toUserKey(left) === toUserKey(right);
}

export function toUserKey({ tenantId, aadId }: User): string {
  return `${tenantId}/${aadId}`.toLowerCase();
}
