import { isGuid } from "../is-guid";
import type { LocalSettings } from "../local-settings";
import type { AuthorizationRequest } from "./authorization-request";
import { EntraError } from "./entra-error";
import type { SignIns } from "./sign-ins";
import { toUpn } from "./tokens";
import { hasConsented } from "./user-answer";

/** What the person does on the page that they are shown; nothing when the browser has just come. */
export interface PageAnswer {
  /** Who they say they are. */
  userId?: string;
  button?: "continue" | "accept" | "cancel";
}

/** What the browser is answered. */
export type Authorization =
  | { kind: "code"; code: string }
  | { kind: "page"; page: "who" | "consent" | "approval"; userId: string; problem?: string };

/**
 * One step of signing in on the page: who are you, do you consent, here is your code.
 * Source: learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#request-an-authorization-code.
 *
 * @throws EntraError 65004, 50058, 65001 or 90094, which the browser takes back to the application
 */
export function authorize(
  request: AuthorizationRequest,
  { userId: named, button }: PageAnswer,
  { settings, signIns }: { settings: LocalSettings; signIns: SignIns },
): Authorization {
  const { prompt, loginHint = "" } = request;
  if (button === "cancel") throw declined();
  const isAsked = prompt === "select_account" || prompt === "login";
  const known = named ?? (isAsked ? undefined : settings.signedInUser);
  if (!known) {
    if (prompt === "none") throw interactionNeeded();
    return { kind: "page", page: "who", userId: isGuid(loginHint) ? loginHint : "" };
  }
  const userId = known.trim().toLowerCase();
  if (!isGuid(userId)) {
    const problem = "An object id is a GUID, such as 5d2b4c1e-0000-4000-8000-000000000001.";
    return { kind: "page", page: "who", userId, problem };
  }
  const isConsentDue = !hasConsented(userId, settings) || prompt === "consent";
  if (isConsentDue && button !== "accept") {
    if (prompt === "none") throw consentNeeded(request.clientId);
    const page = settings.userConsent === "allowed" ? "consent" : "approval";
    return { kind: "page", page, userId };
  }
  if (isConsentDue) consent(userId, settings);
  const user = { oid: userId, tid: request.tenantId, preferred_username: toUpn(userId) };
  return { kind: "code", code: signIns.issueCode({ ...request, user }) };
}

function consent(userId: string, settings: LocalSettings): void {
  if (settings.userConsent === "refused") {
    const words = "The grant requires administrator permission.";
    throw new EntraError(400, "access_denied", 90094, words);
  }
  if (!hasConsented(userId, settings) && settings.consents !== "all")
    settings.consents = [...settings.consents, userId];
}

function declined(): EntraError {
  const words = "User declined to consent to access the app.";
  return new EntraError(400, "access_denied", 65004, words);
}

function interactionNeeded(): EntraError {
  const words =
    "Session information is not sufficient for single-sign-on: a silent sign-in request was sent but no user is signed in.";
  return new EntraError(400, "interaction_required", 50058, words);
}

function consentNeeded(clientId: string): EntraError {
  const { message } = EntraError.unconsented(clientId);
  return new EntraError(400, "consent_required", 65001, message);
}
