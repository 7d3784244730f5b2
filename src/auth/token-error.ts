import { AppError, type ErrorDetails } from "../errors";
import { loadMsal } from "./load-msal";
import { ENTRA_UNAVAILABLE } from "./msal-network";

/** Converts an MSAL error. */
export function toTokenError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const code = isEntraUnavailable(error) ? "entra_unavailable" : "token_unavailable";
  return new AppError(code, readTokenDetails(error), { cause: error });
}

export function isEntraUnavailable(error: unknown): boolean {
  return error instanceof loadMsal().AuthError && error.errorCode === ENTRA_UNAVAILABLE;
}

/** Keeps only Entra's error number, which holds nothing secret: AADSTS7000215 is a wrong client secret. */
export function readTokenDetails(error: unknown): ErrorDetails {
  // MSAL passes on errors of the managed identity unchanged.
  if (error instanceof AppError) return error.details;
  if (!(error instanceof loadMsal().AuthError)) return { reason: "couldn't reach Entra" };
  const entraCode = /AADSTS\d+/.exec(error.errorMessage)?.[0];
  if (entraCode) return { reason: entraCode, entraCode };
  return { reason: isEntraUnavailable(error) ? error.errorMessage : toReason(error.errorCode) };
}

/** The code comes from MSAL or from the response body, which a proxy may have written. */
function toReason(code: string): string {
  return /^\w{1,60}$/.test(code) ? code : "the response isn't from Entra";
}
