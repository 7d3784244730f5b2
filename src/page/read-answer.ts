import type { KeptSignIn } from "./kept-sign-in";
import type { SignInState } from "./sign-in-state";

export type EntraAnswer =
  | { ok: true; code: string; codeVerifier: string }
  | {
      ok: false;
      state: Extract<SignInState, "declined" | "approval" | "mismatch" | "refused">;
      /** Entra's number, such as AADSTS50105: never its sentence, which names people. */
      number?: string;
    };

/** An administrator has to consent, or is being asked to. */
const APPROVAL = new Set(["AADSTS65001", "AADSTS90094", "AADSTS90095"]);

/**
 * What Entra sent the browser back with. Nothing of it is believed before its `state` is this window's own.
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#error-response
 *
 * @param search The address's query: `?code=…&state=…`, or `?error=…&error_description=…&state=…`
 */
export function readAnswer(search: string, kept: KeptSignIn | undefined): EntraAnswer {
  const query = new URLSearchParams(search);
  if (!kept || query.get("state") !== kept.state) return { ok: false, state: "mismatch" };
  const error = query.get("error");
  const code = query.get("code");
  if (error === null && code) return { ok: true, code, codeVerifier: kept.codeVerifier };
  const number = readNumber(error, query.get("error_description"));
  return {
    ok: false,
    state: toState(error, number),
    ...(number !== undefined && { number }),
  };
}

function toState(error: string | null, number: string | undefined) {
  if (error === "consent_required" || APPROVAL.has(number ?? "")) return "approval";
  return error === "access_denied" ? "declined" : "refused";
}

function readNumber(error: string | null, description: string | null): string | undefined {
  const number = /AADSTS\d{1,9}/.exec(description ?? "")?.[0];
  return number ?? /^[a-z_]{1,40}$/.exec(error ?? "")?.[0];
}
