import type { LocalSettings } from "../local-settings";
import { readClientId } from "./client-authentication";
import { EntraError, requireParameter } from "./entra-error";

/** Source: learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#request-an-authorization-code. */
export type AuthorizationRequest = ReturnType<typeof readAuthorizationRequest>;

/**
 * Reads where the response may go. Codes for an address outside the registration could reach an attacker.
 *
 * @throws EntraError 900144, 700016 or 50011, which Entra shows on its own page
 */
export function readRedirectUri(
  query: URLSearchParams,
  tenantId: string,
  settings: LocalSettings,
): { clientId: string; redirectUri: string } {
  const clientId = readClientId(query, tenantId, settings);
  const redirectUri = requireParameter(query, "redirect_uri");
  const { redirectUris } = settings;
  const isRegistered = redirectUris === "any" || redirectUris.includes(redirectUri);
  if (isRegistered && hasSupportedScheme(redirectUri)) return { clientId, redirectUri };
  const message = `The redirect URI '${redirectUri}' specified in the request does not match the redirect URIs configured for the application '${clientId}'.`;
  throw EntraError.invalidRequest(50011, message);
}

/** Source: learn.microsoft.com/entra/identity-platform/reply-url#supported-schemes. */
function hasSupportedScheme(redirectUri: string): boolean {
  if (!URL.canParse(redirectUri)) return false;
  const { protocol, hostname, hash } = new URL(redirectUri);
  const isLoopback = hostname === "127.0.0.1" || hostname === "localhost";
  return hash === "" && (protocol === "https:" || (protocol === "http:" && isLoopback));
}

/**
 * Reads the rest of the request.
 *
 * @throws EntraError 900144, 700054, 90023 or 50149, which go to the redirect URI
 */
export function readAuthorizationRequest(
  query: URLSearchParams,
  tenantId: string,
  address: { clientId: string; redirectUri: string },
) {
  const responseType = requireParameter(query, "response_type");
  const scope = requireParameter(query, "scope");
  if (responseType !== "code") {
    const message = `response_type '${responseType}' is not enabled for the application.`;
    throw new EntraError(400, "unsupported_response_type", 700054, message);
  }
  if ((query.get("response_mode") || "query") !== "query")
    throw EntraError.invalidRequest(90023, "Here response_mode can only be 'query'.");
  const read = (name: string) => query.get(name) || undefined;
  const codeChallenge = read("code_challenge");
  if (codeChallenge && query.get("code_challenge_method") !== "S256") {
    const message = "Invalid Code_Challenge_method: here it can only be 'S256'.";
    throw EntraError.invalidRequest(50149, message);
  }
  return {
    tenantId,
    ...address,
    scope,
    codeChallenge,
    nonce: read("nonce"),
    /** `none` shows no page, `consent` asks for consent again, `select_account` asks who the user is. */
    prompt: read("prompt"),
    loginHint: read("login_hint"),
  };
}
