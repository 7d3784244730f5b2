import type { SavedPkce } from "./pkce";
import type { SignInState } from "./sign-in-state";

type AuthorizationResponse =
  | { ok: true; code: string; codeVerifier: string }
  | {
      ok: false;
      state: Extract<SignInState, "declined" | "approval" | "mismatch" | "refused">;
      /** Entra's error number, such as AADSTS50105, without its message, which contains names. */
      number?: string;
    };

/** An administrator has to consent, or was asked to. */
const NEEDS_APPROVAL = new Set(["AADSTS65001", "AADSTS90094", "AADSTS90095"]);

/**
 * Reads Entra's redirect. It's trusted only if its `state` is this window's own.
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#error-response
 *
 * @param search the URL's query: `?code=…&state=…`, or `?error=…&error_description=…&state=…`
 */
export function readResponse(search: string, saved: SavedPkce | undefined): AuthorizationResponse {
  const query = new URLSearchParams(search);
  if (!saved || query.get("state") !== saved.state) return { ok: false, state: "mismatch" };
  const error = query.get("error");
  const code = query.get("code");
  if (error === null && code) return { ok: true, code, codeVerifier: saved.codeVerifier };
  const number =
    /AADSTS\d{1,9}/.exec(query.get("error_description") ?? "")?.[0] ??
    /^[a-z_]{1,40}$/.exec(error ?? "")?.[0];
  return { ok: false, state: toState(error, number), ...(number !== undefined && { number }) };
}

function toState(error: string | null, number = "") {
  if (error === "consent_required" || NEEDS_APPROVAL.has(number)) return "approval";
  return error === "access_denied" ? "declined" : "refused";
}
