import { createHash } from "node:crypto";
import type { LocalSettings } from "../local-settings";
import type { Client } from "./client-authentication";
import { EntraError } from "./entra-error";
import type { SignIn, SignIns } from "./sign-ins";
import type { SigningKeys } from "./signing-keys";
import { toUserAnswer } from "./user-answer";

interface GrantParts {
  keys: SigningKeys;
  settings: LocalSettings;
  signIns: SignIns;
}

/**
 * The authorization code grant: tokens for whoever signed in on the page, once, to who holds the PKCE verifier.
 * Source: learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow and RFC 7636.
 *
 * @throws EntraError 900144, 70000, 54005, 70008, 700005, 500112, 501481, 70011 or 65001
 */
export function grantByCode(
  form: URLSearchParams,
  tenantId: string,
  client: Client,
  parts: GrantParts,
) {
  const code = readParameter(form, "code");
  const redirectUri = readParameter(form, "redirect_uri");
  const found = parts.signIns.findCode(code);
  if (!found || found.signIn.clientId !== client.clientId) throw malformed("code");
  const { signIn, state } = found;
  if (state === "redeemed") {
    const words =
      "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.";
    throw invalidGrant(54005, words);
  }
  if (state === "expired")
    throw invalidGrant(70008, "The provided authorization code or refresh token has expired.");
  if (signIn.user.tid !== tenantId)
    throw invalidGrant(
      700005,
      "Provided Authorization Code is intended to use against other tenant.",
    );
  if (signIn.redirectUri !== redirectUri) {
    const words = `The reply address '${redirectUri}' does not match the reply address '${signIn.redirectUri}' provided when requesting Authorization code.`;
    throw invalidGrant(500112, words);
  }
  checkVerifier(form, signIn.codeChallenge);
  const answer = toAnswer(form, client, signIn, parts, signIn.nonce);
  parts.signIns.spendCode(code);
  return answer;
}

/**
 * The refresh token grant.
 * Source: learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#refresh-the-access-token.
 *
 * @throws EntraError 900144, 70000, 70011 or 65001
 */
export function grantByRefreshToken(
  form: URLSearchParams,
  tenantId: string,
  client: Client,
  parts: GrantParts,
) {
  const signIn = parts.signIns.findRefreshToken(readParameter(form, "refresh_token"));
  if (!signIn || signIn.clientId !== client.clientId || signIn.user.tid !== tenantId)
    throw malformed("refresh_token");
  return toAnswer(form, client, signIn, parts);
}

function toAnswer(
  form: URLSearchParams,
  client: Client,
  { user, clientId, scope }: SignIn,
  { keys, settings, signIns }: GrantParts,
  nonce?: string,
) {
  const asked = form.get("scope") ?? scope;
  const wantsClientInfo = form.get("client_info") === "1";
  const request = { user, client, scope: asked, wantsClientInfo };
  const answer = toUserAnswer({ ...request, ...(nonce && { nonce }) }, keys, settings);
  const isOffline = asked.split(/\s+/).includes("offline_access");
  return {
    ...answer,
    ...(isOffline && { refresh_token: signIns.issueRefreshToken({ user, clientId, scope }) }),
  };
}

function checkVerifier(form: URLSearchParams, challenge: string | undefined): void {
  if (challenge === undefined) return;
  const verifier = readParameter(form, "code_verifier");
  if (createHash("sha256").update(verifier).digest("base64url") === challenge) return;
  const words =
    "The Code_Verifier does not match the code_challenge supplied in the authorization request.";
  throw invalidGrant(501481, words);
}

function readParameter(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (!value) throw EntraError.missing(name);
  return value;
}

function malformed(parameter: string): EntraError {
  const words = `The provided value for the '${parameter}' parameter is not valid.`;
  return invalidGrant(70000, words);
}

function invalidGrant(code: number, message: string): EntraError {
  return new EntraError(400, "invalid_grant", code, message);
}
