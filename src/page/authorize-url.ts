import type { Pkce } from "./pkce";

/** What the server writes into the page. */
interface AuthorizeSettings {
  /** `https://login.microsoftonline.com/<tenant>/oauth2/v2.0/authorize`, or another cloud's. */
  authorizeUrl: string;
  clientId: string;
  scope: string;
  redirectUri: string;
}

/**
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#request-an-authorization-code
 *
 * @param loginHint the user in Teams; without it Entra asks for an account
 */
export function toAuthorizeUrl(
  { authorizeUrl, clientId, scope, redirectUri }: AuthorizeSettings,
  { state, codeChallenge }: Pkce,
  loginHint: string | undefined,
): string {
  const url = new URL(authorizeUrl);
  url.search = new URLSearchParams({
    client_id: clientId,
    response_type: "code",
    response_mode: "query",
    redirect_uri: redirectUri,
    scope,
    state,
    code_challenge: codeChallenge,
    code_challenge_method: "S256",
    ...(loginHint ? { login_hint: loginHint } : { prompt: "select_account" }),
  }).toString();
  return url.href;
}
