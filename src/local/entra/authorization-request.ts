import type { LocalSettings } from "../local-settings";
import { readClientId } from "./client-authentication";
import { EntraError } from "./entra-error";

/** What a browser comes with: learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#request-an-authorization-code */
export interface AuthorizationRequest {
  tenantId: string;
  clientId: string;
  redirectUri: string;
  scope: string;
  state?: string;
  nonce?: string;
  codeChallenge?: string;
  /** `none` shows nothing to the person, `consent` asks for it once more, `select_account` asks who they are. */
  prompt?: string;
  loginHint?: string;
}

/**
 * Where an answer may be sent: an address of the registration alone, or anybody could have codes sent to them.
 *
 * @throws EntraError 900144, 700016 or 50011, which Entra shows on a page of its own
 */
export function readReturnAddress(
  query: URLSearchParams,
  tenantId: string,
  settings: LocalSettings,
): { clientId: string; redirectUri: string } {
  const clientId = readClientId(query, { tenantId, settings });
  const redirectUri = query.get("redirect_uri");
  if (!redirectUri) throw EntraError.missing("redirect_uri");
  const { redirectUris } = settings;
  const isListed = redirectUris === "any" || redirectUris.includes(redirectUri);
  if (isListed && isAllowedAddress(redirectUri)) return { clientId, redirectUri };
  const words = `The redirect URI '${redirectUri}' specified in the request does not match the redirect URIs configured for the application '${clientId}'.`;
  throw new EntraError(400, "invalid_request", 50011, words);
}

/** Source: learn.microsoft.com/entra/identity-platform/reply-url#supported-schemes. */
function isAllowedAddress(redirectUri: string): boolean {
  if (!URL.canParse(redirectUri)) return false;
  const { protocol, hostname, hash } = new URL(redirectUri);
  const isLoopback = hostname === "127.0.0.1" || hostname === "localhost";
  return hash === "" && (protocol === "https:" || (protocol === "http:" && isLoopback));
}

/**
 * The rest of the request.
 *
 * @throws EntraError 900144, 700054, 90023 or 50149, which the browser takes back to the application
 */
export function readAuthorizationRequest(
  query: URLSearchParams,
  tenantId: string,
  address: { clientId: string; redirectUri: string },
): AuthorizationRequest {
  const optional = (name: string) => query.get(name) || undefined;
  const responseType = optional("response_type");
  const scope = optional("scope");
  if (!responseType) throw EntraError.missing("response_type");
  if (!scope) throw EntraError.missing("scope");
  if (responseType !== "code") {
    const words = `response_type '${responseType}' is not enabled for the application.`;
    throw new EntraError(400, "unsupported_response_type", 700054, words);
  }
  if ((optional("response_mode") ?? "query") !== "query")
    throw new EntraError(400, "invalid_request", 90023, "Here response_mode can only be 'query'.");
  const codeChallenge = optional("code_challenge");
  if (codeChallenge && query.get("code_challenge_method") !== "S256") {
    const words = "Invalid Code_Challenge_method: here it can only be 'S256'.";
    throw new EntraError(400, "invalid_request", 50149, words);
  }
  const [state, nonce, prompt, loginHint] = ["state", "nonce", "prompt", "login_hint"].map(
    optional,
  );
  return {
    tenantId,
    ...address,
    scope,
    ...(state && { state }),
    ...(nonce && { nonce }),
    ...(codeChallenge && { codeChallenge }),
    ...(prompt && { prompt }),
    ...(loginHint && { loginHint }),
  };
}
