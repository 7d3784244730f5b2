import type { LocalSettings } from "../local-settings";
import type { Client } from "./client-authentication";
import { EntraError } from "./entra-error";
import type { SigningKeys, TokenClaims } from "./signing-keys";
import { toUserAnswer } from "./user-answer";

/**
 * The on-behalf-of grant: exchanges a user's token for this application into one for Graph, with
 * the scopes of the settings.
 * Source: learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow.
 *
 * @throws EntraError 900144, 50013, 500131, 500133, 50020, 70011 or 65001
 */
export function grantOnBehalfOf(
  form: URLSearchParams,
  tenantId: string,
  client: Client,
  keys: SigningKeys,
  settings: LocalSettings,
) {
  const assertion = form.get("assertion");
  const scope = form.get("scope");
  if (!assertion) throw EntraError.missing("assertion");
  if (!scope) throw EntraError.missing("scope");
  if (form.get("requested_token_use") !== "on_behalf_of")
    throw EntraError.missing("requested_token_use");
  const user = readUser(assertion, tenantId, client, keys);
  const wantsClientInfo = form.get("client_info") === "1";
  return toUserAnswer({ user, client, scope, wantsClientInfo }, keys, settings);
}

function readUser(
  assertion: string,
  tenantId: string,
  client: Client,
  keys: SigningKeys,
): TokenClaims {
  const token = keys.verify(assertion);
  if (!token.ok) {
    if (token.reason === "expired")
      throw invalidGrant(500133, "Assertion is not within its valid time range.");
    throw invalidGrant(
      50013,
      "Assertion failed signature validation. [Reason - The key was not found.]",
    );
  }
  const { claims } = token;
  if (claims.idtyp === "app" || !claims.aud.toLowerCase().endsWith(client.clientId)) {
    const words = "Assertion audience does not match the Client app presenting the assertion.";
    throw invalidGrant(500131, words);
  }
  if (claims.tid !== tenantId)
    throw invalidGrant(50020, `User account does not exist in tenant '${tenantId}'.`);
  return claims;
}

function invalidGrant(code: number, message: string): EntraError {
  return new EntraError(400, "invalid_grant", code, message);
}
