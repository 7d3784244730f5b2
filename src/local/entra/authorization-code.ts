import { createHash } from "node:crypto";
import type { CloudState } from "../cloud-state";
import type { Client } from "./client-authentication";
import { EntraError, requireParameter } from "./entra-error";
import type { SignIn } from "./sign-ins";
import { issueUserTokens } from "./user-tokens";

/**
 * The authorization code grant. A code works once, and only with its PKCE verifier.
 * Source: learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow and RFC 7636.
 *
 * @throws EntraError 900144, 70000, 54005, 70008, 700005, 500112, 501481, 70011 or 65001
 */
export function redeemCode(form: URLSearchParams, client: Client, state: CloudState) {
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
export function redeemRefreshToken(form: URLSearchParams, client: Client, state: CloudState) {
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
  const wantsClientInfo = form.get("client_info") === "1";
  const tokens = issueUserTokens({ user, client, scope, wantsClientInfo, nonce }, state);
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
