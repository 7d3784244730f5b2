import type { CloudState } from "../cloud-state";
import { isGuid } from "../ids";
import type { LocalSettings } from "../local-settings";
import type { AuthorizationRequest } from "./authorization-request";
import { EntraError } from "./entra-error";
import { toUpn } from "./tokens";
import { hasConsented } from "./user-tokens";

/** What the user entered on the sign-in page; empty on the browser's first request. */
export interface PageInput {
  userId?: string;
  button?: "continue" | "accept" | "cancel";
}

export type AuthorizationStep =
  | { kind: "code"; code: string }
  | { kind: "page"; page: "who" | "consent" | "approval"; userId: string; problem?: string };

/**
 * Takes one step of a sign-in: asks for the user, asks for consent, or issues a code.
 * Source: learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#request-an-authorization-code.
 *
 * @throws EntraError 65004, 50058, 65001 or 90094, which go to the redirect URI
 */
export function authorize(
  request: AuthorizationRequest,
  { userId: enteredId, button }: PageInput,
  { settings, signIns }: CloudState,
): AuthorizationStep {
  const { prompt, loginHint = "" } = request;
  if (button === "cancel") {
    const message = "User declined to consent to access the app.";
    throw new EntraError(400, "access_denied", 65004, message);
  }
  const ignoresSession = prompt === "select_account" || prompt === "login";
  const givenId = enteredId ?? (ignoresSession ? undefined : settings.signedInUser);
  if (!givenId) {
    if (prompt === "none") throw interactionRequired();
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

function interactionRequired(): EntraError {
  const message =
    "Session information is not sufficient for single-sign-on: a silent sign-in request was sent but no user is signed in.";
  return new EntraError(400, "interaction_required", 50058, message);
}
