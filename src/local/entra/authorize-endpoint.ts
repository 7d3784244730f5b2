import { randomUUID } from "node:crypto";
import type { Response } from "express";
import type { CloudState } from "../cloud-state";
import { isGuid } from "../ids";
import type { LocalSettings } from "../local-settings";
import { renderAuthorizePage, renderErrorPage } from "./authorize-page";
import { EntraError, requireParameter, toEntraErrorBody } from "./entra-error";
import { readClientId, readTenantId } from "./client-authentication";
import { toUpn } from "./tokens";
import { hasConsented } from "./user-tokens";

export type AuthorizationStep =
  | { kind: "code"; code: string }
  | { kind: "page"; page: "who" | "consent" | "approval"; userId: string; problem?: string };

/** Fields of the page's form that aren't parameters of the request. */
const INPUT_FIELDS = new Set(["user", "button"]);

/**
 * Answers `GET /{tenant}/oauth2/v2.0/authorize` and the form of its page. Errors go to the application's redirect URI,
 * unless that is what's wrong.
 */
export function answerAuthorize(
  tenant: string,
  fields: URLSearchParams,
  response: Response,
  state: CloudState,
): void {
  const query = new URLSearchParams([...fields].filter(([name]) => !INPUT_FIELDS.has(name)));
  response.set("Cache-Control", "no-store");
  let redirect: ((parameters: Record<string, string>) => void) | undefined;
  try {
    const tenantId = readTenantId(tenant, state.settings);
    const address = readRedirectUri(query, tenantId, state.settings);
    redirect = (parameters) => {
      const target = new URL(address.redirectUri);
      const requestState = query.get("state");
      const all = { ...parameters, ...(requestState !== null && { state: requestState }) };
      for (const [name, value] of Object.entries(all)) target.searchParams.set(name, value);
      response.status(302).location(target.href).end();
    };
    const request = readAuthorizationRequest(query, tenantId, address);
    const step = authorize(request, fields, state);
    if (step.kind === "page") response.type("html").send(renderAuthorizePage(step, request, query));
    else redirect({ code: step.code, session_state: randomUUID() });
  } catch (error) {
    if (!(error instanceof EntraError)) throw error;
    const { error: name, error_description: description } = toEntraErrorBody(error, state.now());
    if (redirect) redirect({ error: name, error_description: description });
    else response.status(400).type("html").send(renderErrorPage(description));
  }
}

/**
 * Takes one step of a sign-in: asks for the user, asks for consent, or issues a code.
 * Source: learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#request-an-authorization-code.
 *
 * @param fields have what the user entered on the page; not on the browser's first request
 * @throws EntraError 65004, 50058, 65001 or 90094, which go to the redirect URI
 */
function authorize(
  request: AuthorizationRequest,
  fields: URLSearchParams,
  { settings, signIns }: CloudState,
): AuthorizationStep {
  const { prompt, loginHint = "" } = request;
  const button = fields.get("button");
  if (button === "cancel") {
    const message = "User declined to consent to access the app.";
    throw new EntraError(400, "access_denied", 65004, message);
  }
  const ignoresSession = prompt === "select_account" || prompt === "login";
  const givenId = fields.get("user") ?? (ignoresSession ? undefined : settings.signedInUser);
  if (!givenId) {
    if (prompt === "none") {
      const message =
        "Session information is not sufficient for single-sign-on: a silent sign-in request was sent but no user is signed in.";
      throw new EntraError(400, "interaction_required", 50058, message);
    }
    return { kind: "page", page: "who", userId: isGuid(loginHint) ? loginHint : "" };
  }
  const userId = givenId.trim().toLowerCase();
  if (!isGuid(userId)) {
    const problem = "An object id is a GUID, such as 5d2b4c1e-0000-4000-8000-000000000001.";
    return { kind: "page", page: "who", userId, problem };
  }
  const needsConsent = !hasConsented(userId, settings) || prompt === "consent";
  if (needsConsent && button !== "accept") {
    if (prompt === "none") {
      const { message } = EntraError.consentRequired(request.clientId);
      throw new EntraError(400, "consent_required", 65001, message);
    }
    const page = settings.userConsent === "allowed" ? "consent" : "approval";
    return { kind: "page", page, userId };
  }
  if (needsConsent) giveConsent(userId, settings);
  const user = { oid: userId, tid: request.tenantId, preferred_username: toUpn(userId) };
  return { kind: "code", code: signIns.issueCode({ ...request, user }) };
}

function giveConsent(userId: string, settings: LocalSettings): void {
  if (settings.userConsent === "refused") {
    const message = "The grant requires administrator permission.";
    throw new EntraError(400, "access_denied", 90094, message);
  }
  if (!hasConsented(userId, settings) && settings.consents !== "all")
    settings.consents = [...settings.consents, userId];
}

/** Source: learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#request-an-authorization-code. */
type AuthorizationRequest = ReturnType<typeof readAuthorizationRequest>;

/**
 * Reads where the response may go. Codes for an address outside the registration could reach an attacker.
 *
 * @throws EntraError 900144, 700016 or 50011, which Entra shows on its own page
 */
function readRedirectUri(
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
function readAuthorizationRequest(
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
