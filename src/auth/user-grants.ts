import {
  AuthError,
  InteractionRequiredAuthError,
  type AuthenticationResult,
  type ConfidentialClientApplication,
} from "@azure/msal-node";
import { AppError, type ErrorCode } from "../errors";
import type { User } from "../meetings/ports/user-sign-in";
import { isSameUser } from "./read-user-token";
import { readTokenDetails } from "./token-error";

/** A token for Graph in a person's name, and the way to the next one. */
export interface UserGrant {
  accessToken: string;
  lifetimeMs: number;
  /** For how long it can be renewed when the token has expired; absent when the person has to sign in again then. */
  renewableForMs?: number;
  /**
   * Asks Entra anew, with what it was asked with before.
   *
   * @throws AppError `sign_in_needed` when Entra wants to see the person, `token_unavailable` when it did not answer
   */
  renew(): Promise<UserGrant>;
}

export interface UserGrants {
  /** https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow */
  onBehalfOf(user: User, token: string): Promise<UserGrant>;
  /** https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow */
  byCode(user: User, page: { code: string; codeVerifier: string }): Promise<UserGrant>;
}

export interface UserGrantOptions {
  /**
   * One client a person, as MSAL wants it where people sign in: what it remembers is that person's alone, and is
   * forgotten with it. https://learn.microsoft.com/entra/msal/javascript/node/caching
   */
  createClient: () => ConfidentialClientApplication;
  loginOrigin: string;
  graphOrigin: string;
  /** Where Entra sent the browser with the code. */
  redirectUri: string;
}

/** https://learn.microsoft.com/entra/identity-platform/refresh-tokens#token-lifetime */
const REFRESH_TOKEN_MS = 90 * 86_400_000;

/** What is asked for in a person's name: https://learn.microsoft.com/graph/api/onlinemeeting-createorget */
export const DELEGATED_PERMISSION = "OnlineMeetings.ReadWrite";

/**
 * Tokens for Graph in people's own names, by MSAL. Calls throw `sign_in_refused` when Entra does not take what it is
 * given, or when what it answers is somebody else's; `consent_missing` when the person has to consent, or to prove
 * more, on a page of Entra's; `token_unavailable` when Entra is not there, or does not know the app.
 */
export function createUserGrants(options: UserGrantOptions): UserGrants {
  const { createClient, loginOrigin, graphOrigin, redirectUri } = options;
  const scopes = [`${graphOrigin}/${DELEGATED_PERMISSION}`];
  const toAuthority = ({ tenantId }: User) => `${loginOrigin}/${tenantId}`;

  return {
    async onBehalfOf(user, token) {
      const client = createClient();
      const request = { oboAssertion: token, scopes, authority: toAuthority(user) };
      const ask = () => client.acquireTokenOnBehalfOf({ ...request, skipCache: true });
      return toGrant(user, await inWords(ask), ask);
    },

    async byCode(user, { code, codeVerifier }) {
      const client = createClient();
      const authority = toAuthority(user);
      const request = { code, codeVerifier, redirectUri, scopes, authority };
      const result = await inWords(() => client.acquireTokenByCode(request));
      // Its refresh token is MSAL's, in memory like everything else.
      const account = result.account ?? undefined;
      const refresh = async () =>
        account
          ? client.acquireTokenSilent({ account, scopes, authority, forceRefresh: true })
          : null;
      return toGrant(user, result, refresh, REFRESH_TOKEN_MS);
    },
  };
}

type Ask = () => Promise<AuthenticationResult | null>;

/** The answer came from Entra itself, over TLS: only what it says of the person is believed. */
function toGrant(
  user: User,
  result: AuthenticationResult,
  askAnew: Ask,
  renewableForMs?: number,
): UserGrant {
  const { accessToken, expiresOn, tenantId, uniqueId } = result;
  if (!isSameUser({ tenantId, aadId: uniqueId }, user)) {
    throw new AppError("sign_in_refused", { reason: "somebody else signed in" });
  }
  return {
    accessToken,
    // MSAL reckons by the machine's clock.
    lifetimeMs: (expiresOn?.getTime() ?? 0) - Date.now(),
    ...(renewableForMs !== undefined && { renewableForMs }),
    async renew() {
      return toGrant(user, await inWords(askAnew, toRenewalCode), askAnew, renewableForMs);
    },
  };
}

async function inWords(ask: Ask, toCode = toErrorCode): Promise<AuthenticationResult> {
  let result;
  try {
    result = await ask();
  } catch (error) {
    // Without its cause: Entra's sentences name people.
    throw new AppError(toCode(error), readTokenDetails(error));
  }
  if (result?.accessToken) return result;
  throw new AppError("token_unavailable", { reason: "Entra answered without a token" });
}

/** https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow#error-response-example */
function toErrorCode(error: unknown): ErrorCode {
  if (error instanceof InteractionRequiredAuthError) return "consent_missing";
  return isRefusal(error) ? "sign_in_refused" : "token_unavailable";
}

function toRenewalCode(error: unknown): ErrorCode {
  const isOver = error instanceof InteractionRequiredAuthError || isRefusal(error);
  return isOver ? "sign_in_needed" : "token_unavailable";
}

function isRefusal(error: unknown): boolean {
  return error instanceof AuthError && error.errorCode === "invalid_grant";
}
