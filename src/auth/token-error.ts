import { AuthError } from "@azure/msal-node";
import { AppError, type ErrorDetails } from "../errors";

/** What MSAL threw, as an error of ours. */
export function toTokenError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return new AppError("token_unavailable", readTokenDetails(error), { cause: error });
}

/**
 * Why there is no token. Entra's number says what is wrong without saying anything secret: AADSTS7000215 is a wrong
 * client secret.
 */
export function readTokenDetails(error: unknown): ErrorDetails {
  // What the machine's identity lacks, MSAL passes on as it is.
  if (error instanceof AppError) return error.details;
  if (!(error instanceof AuthError)) return { reason: "Entra could not be reached" };
  const entraCode = /AADSTS\d+/.exec(error.errorMessage)?.[0];
  return entraCode ? { reason: entraCode, entraCode } : { reason: toReason(error.errorCode) };
}

/** MSAL's own code or what stands in the answer as one, which whoever is between us and Entra may have written. */
function toReason(code: string): string {
  return /^\w{1,60}$/.test(code) ? code : "what answered does not speak as Entra does";
}
