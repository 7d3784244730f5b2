import type { Pkce } from "./pkce";

/**
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#request-an-authorization-code
 *
 * @param settings what the server writes into the page; `authorizeUrl` is that of the tenant and cloud
 * @param loginHint the user in Teams; without it Entra asks for an account
 */
export function toAuthorizeUrl(
  settings: Record<"authorizeUrl" | "clientId" | "scope" | "redirectUri", string>,
  { state, codeChallenge }: Pkce,
  loginHint: string | undefined,
): string {
  const url = new URL(settings.authorizeUrl);
  url.search = new URLSearchParams({
    client_id: settings.clientId,
    response_type: "code",
    response_mode: "query",
    redirect_uri: settings.redirectUri,
    scope: settings.scope,
    state,
    code_challenge: codeChallenge,
    code_challenge_method: "S256",
    ...(loginHint ? { login_hint: loginHint } : { prompt: "select_account" }),
  }).toString();
  return url.href;
}
