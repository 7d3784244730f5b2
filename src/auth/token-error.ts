import { AuthError } from "@azure/msal-node";
import { AppError } from "../errors";

/**
 * What MSAL threw, as an error of ours. Entra's number says what is wrong without saying anything secret:
 * AADSTS7000215 is a wrong client secret.
 */
export function toTokenError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const entraCode = readEntraCode(error);
  return new AppError(
    "token_unavailable",
    { reason: entraCode ?? explain(error), ...(entraCode && { entraCode }) },
    { cause: error },
  );
}

/** Such as `AADSTS7000215`. */
function readEntraCode(error: unknown): string | undefined {
  if (!(error instanceof AuthError)) return undefined;
  return /AADSTS\d+/.exec(error.errorMessage)?.[0];
}

function explain(error: unknown): string {
  return error instanceof AuthError ? error.errorCode : "Entra could not be reached";
}
