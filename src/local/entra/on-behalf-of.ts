import type { LocalSettings } from "../local-settings";
import type { Client } from "./client-authentication";
import { EntraError } from "./entra-error";
import { readScopes } from "./read-scopes";
import type { SigningKeys, TokenClaims } from "./signing-keys";
import { toUpn } from "./tokens";

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
  const { resource, wantsIdToken } = readScopes(scope, client.clientId, settings);
  const lifetimeSeconds = settings.tokenLifetimeSeconds;
  return {
    token_type: "Bearer",
    scope: settings.delegatedScopes.map((granted) => `${resource}/${granted}`).join(" "),
    expires_in: lifetimeSeconds,
    ext_expires_in: lifetimeSeconds,
    access_token: keys.sign(
      toGraphClaims(user, client, resource, settings.delegatedScopes),
      lifetimeSeconds,
    ),
    ...(wantsIdToken ? { id_token: keys.sign(toIdClaims(user, client), lifetimeSeconds) } : {}),
    ...(form.get("client_info") === "1" ? { client_info: toClientInfo(user) } : {}),
  };
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

function toGraphClaims(user: TokenClaims, client: Client, resource: string, scopes: string[]) {
  const upn = user.preferred_username ?? toUpn(user.oid);
  return {
    aud: resource,
    iss: `https://sts.windows.net/${user.tid}/`,
    appid: client.clientId,
    appidacr: client.proof === "secret" ? "1" : "2",
    idtyp: "user",
    name: user.name ?? upn,
    oid: user.oid,
    scp: scopes.join(" "),
    sub: user.oid,
    tid: user.tid,
    unique_name: upn,
    upn,
    ver: "1.0",
  };
}

function toIdClaims(user: TokenClaims, client: Client) {
  const username = user.preferred_username ?? toUpn(user.oid);
  return {
    aud: client.clientId,
    iss: `https://login.microsoftonline.com/${user.tid}/v2.0`,
    name: user.name ?? username,
    oid: user.oid,
    preferred_username: username,
    sub: user.oid,
    tid: user.tid,
    ver: "2.0",
  };
}

/** What MSAL keys its account by when it sends `client_info=1`. */
function toClientInfo(user: TokenClaims): string {
  return Buffer.from(JSON.stringify({ uid: user.oid, utid: user.tid })).toString("base64url");
}

function invalidGrant(code: number, message: string): EntraError {
  return new EntraError(400, "invalid_grant", code, message);
}
