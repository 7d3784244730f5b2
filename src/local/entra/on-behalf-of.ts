import type { CloudState } from "../cloud-state";
import type { Client } from "./client-authentication";
import { EntraError, requireParameter } from "./entra-error";
import type { SigningKeys, TokenClaims } from "./signing-keys";
import { issueUserTokens } from "./user-tokens";

/**
 * The on-behalf-of grant: exchanges a user's token for this application for one for Graph.
 * Source: learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow.
 *
 * @throws EntraError 900144, 50013, 500131, 500133, 50020, 70011 or 65001
 */
export function grantOnBehalfOf(form: URLSearchParams, client: Client, state: CloudState) {
  const assertion = requireParameter(form, "assertion");
  const scope = requireParameter(form, "scope");
  // Entra reports another value as a missing parameter too.
  if (form.get("requested_token_use") !== "on_behalf_of")
    requireParameter(new URLSearchParams(), "requested_token_use");
  const user = readUser(assertion, client, state.keys);
  const wantsClientInfo = form.get("client_info") === "1";
  return issueUserTokens({ user, client, scope, wantsClientInfo }, state);
}

function readUser(assertion: string, client: Client, keys: SigningKeys): TokenClaims {
  const token = keys.verify(assertion);
  if (!token.ok) {
    if (token.reason === "expired")
      throw EntraError.invalidGrant(500133, "Assertion is not within its valid time range.");
    const message = "Assertion failed signature validation. [Reason - The key was not found.]";
    throw EntraError.invalidGrant(50013, message);
  }
  const { claims } = token;
  if (claims.idtyp === "app" || !claims.aud.toLowerCase().endsWith(client.clientId)) {
    const message = "Assertion audience does not match the Client app presenting the assertion.";
    throw EntraError.invalidGrant(500131, message);
  }
  if (claims.tid !== client.tenantId) {
    const message = `User account does not exist in tenant '${client.tenantId}'.`;
    throw EntraError.invalidGrant(50020, message);
  }
  return claims;
}
