import { createHash } from "node:crypto";
import type { CloudState } from "../cloud-state";
import { authenticateClient, readTenantId, type Client } from "./client-authentication";
import { EntraError, requireParameter } from "./entra-error";
import type { SigningKeys, TokenClaims } from "./signing-keys";
import type { SignIn } from "./sign-ins";
import { isGraphResource, toAppClaims } from "./tokens";
import { issueUserTokens } from "./user-tokens";

const GRANTS = new Map([
  ["client_credentials", grantClientCredentials],
  ["urn:ietf:params:oauth:grant-type:jwt-bearer", grantOnBehalfOf],
  ["authorization_code", redeemCode],
  ["refresh_token", redeemRefreshToken],
]);

/**
 * Answers `POST /{tenant}/oauth2/v2.0/token`.
 *
 * @throws EntraError for a request that Entra rejects
 */
export function grantToken(tenant: string, form: URLSearchParams, state: CloudState): object {
  const tenantId = readTenantId(tenant, state.settings);
  const grantType = requireParameter(form, "grant_type");
  const grant = GRANTS.get(grantType);
  if (!grant) {
    const message = `The app requested an unsupported grant type '${grantType}'.`;
    throw new EntraError(400, "unsupported_grant_type", 70003, message);
  }
  return grant(form, authenticateClient(form, tenantId, state), state);
}

/**
 * The client credentials grant: a token for the application itself. For Graph it has the roles in the settings.
 * Source: learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow.
 *
 * @throws EntraError 900144 or 1002012
 */
function grantClientCredentials(
  form: URLSearchParams,
  client: Client,
  { keys, settings }: CloudState,
) {
  const scope = requireParameter(form, "scope");
  const resource = /^(\S+)\/\.default$/.exec(scope.trim())?.[1];
  if (!resource) {
    const message =
      `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value ` +
      "with /.default suffixed to the resource identifier (application ID URI).";
    throw new EntraError(400, "invalid_scope", 1002012, message);
  }
  const roles = isGraphResource(resource) ? settings.appRoles : [];
  const lifetimeSeconds = settings.tokenLifetimeSeconds;
  return {
    token_type: "Bearer",
    expires_in: lifetimeSeconds,
    ext_expires_in: lifetimeSeconds,
    access_token: keys.sign(toAppClaims({ ...client, resource, roles }), lifetimeSeconds),
  };
}

/**
 * The on-behalf-of grant: exchanges a user's token for this application for one for Graph.
 * Source: learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow.
 *
 * @throws EntraError 900144, 50013, 500131, 500133, 50020, 70011 or 65001
 */
function grantOnBehalfOf(form: URLSearchParams, client: Client, state: CloudState) {
  const assertion = requireParameter(form, "assertion");
  const scope = requireParameter(form, "scope");
  // Entra reports another value as a missing parameter too.
  if (form.get("requested_token_use") !== "on_behalf_of")
    requireParameter(new URLSearchParams(), "requested_token_use");
  const user = readUser(assertion, client, state.keys);
  return issueUserTokens(form, { user, client, scope }, state);
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

/**
 * The authorization code grant. A code works once, and only with its PKCE verifier.
 * Source: learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow and RFC 7636.
 *
 * @throws EntraError 900144, 70000, 54005, 70008, 700005, 500112, 501481, 70011 or 65001
 */
function redeemCode(form: URLSearchParams, client: Client, state: CloudState) {
  const code = requireParameter(form, "code");
  const redirectUri = requireParameter(form, "redirect_uri");
  const found = state.signIns.findCode(code);
  if (!found || found.signIn.clientId !== client.clientId) throw invalidParameter("code");
  const { signIn } = found;
  if (found.state === "redeemed") {
    const message =
      "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.";
    throw EntraError.invalidGrant(54005, message);
  }
  if (found.state === "expired") {
    const message = "The provided authorization code or refresh token has expired.";
    throw EntraError.invalidGrant(70008, message);
  }
  if (signIn.user.tid !== client.tenantId) {
    const message = "Provided Authorization Code is intended to use against other tenant.";
    throw EntraError.invalidGrant(700005, message);
  }
  if (signIn.redirectUri !== redirectUri) {
    const message = `The reply address '${redirectUri}' does not match the reply address '${signIn.redirectUri}' provided when requesting Authorization code.`;
    throw EntraError.invalidGrant(500112, message);
  }
  checkVerifier(form, signIn.codeChallenge);
  const tokens = issueTokens(form, client, signIn, state, signIn.nonce);
  state.signIns.spendCode(code);
  return tokens;
}

/**
 * The refresh token grant.
 * Source: learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#refresh-the-access-token.
 *
 * @throws EntraError 900144, 70000, 70011 or 65001
 */
function redeemRefreshToken(form: URLSearchParams, client: Client, state: CloudState) {
  const signIn = state.signIns.findRefreshToken(requireParameter(form, "refresh_token"));
  if (signIn?.clientId !== client.clientId || signIn.user.tid !== client.tenantId)
    throw invalidParameter("refresh_token");
  return issueTokens(form, client, signIn, state);
}

function issueTokens(
  form: URLSearchParams,
  client: Client,
  { user, clientId, scope: consentedScope }: SignIn,
  state: CloudState,
  nonce?: string,
) {
  const scope = form.get("scope") ?? consentedScope;
  const tokens = issueUserTokens(form, { user, client, scope, nonce }, state);
  if (!scope.split(/\s+/).includes("offline_access")) return tokens;
  const signIn = { user, clientId, scope: consentedScope };
  return { ...tokens, refresh_token: state.signIns.issueRefreshToken(signIn) };
}

function checkVerifier(form: URLSearchParams, challenge: string | undefined): void {
  if (challenge === undefined) return;
  const verifier = requireParameter(form, "code_verifier");
  if (createHash("sha256").update(verifier).digest("base64url") === challenge) return;
  const message =
    "The Code_Verifier does not match the code_challenge supplied in the authorization request.";
  throw EntraError.invalidGrant(501481, message);
}

function invalidParameter(name: string): EntraError {
  const message = `The provided value for the '${name}' parameter is not valid.`;
  return EntraError.invalidGrant(70000, message);
}
