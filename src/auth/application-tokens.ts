import { AuthError, ConfidentialClientApplication } from "@azure/msal-node";
import { AppError } from "../errors";
import { createMsalNetwork } from "./msal-network";
import type { Secret } from "../secret";

export interface ApplicationCredentials {
  clientId: string;
  clientSecret: Secret;
  /** `https://login.microsoftonline.com`, or another cloud's. */
  loginOrigin: string;
  /** `https://graph.microsoft.com`, or another cloud's. */
  graphOrigin: string;
}

/**
 * Access tokens for Graph in the app's own name, by client credentials:
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
 *
 * MSAL keeps each token until shortly before it expires; `isRefused` asks Entra anew. Throws
 * `token_unavailable` with Entra's own error code.
 */
export function createApplicationTokens(
  { clientId, clientSecret, loginOrigin, graphOrigin }: ApplicationCredentials,
  edges: { fetch: typeof fetch },
): (request: { tenantId: string; isRefused: boolean }) => Promise<string> {
  const msal = createConfidentialClient({ clientId, clientSecret }, edges);

  return async ({ tenantId, isRefused }) => {
    try {
      const result = await msal.acquireTokenByClientCredential({
        scopes: [`${graphOrigin}/.default`],
        authority: `${loginOrigin}/${tenantId}`,
        skipCache: isRefused,
      });
      if (result?.accessToken) return result.accessToken;
    } catch (error) {
      throw new AppError("token_unavailable", { reason: explain(error) }, { cause: error });
    }
    throw new AppError("token_unavailable", { reason: "Entra answered without a token" });
  };
}

export function createConfidentialClient(
  { clientId, clientSecret }: Pick<ApplicationCredentials, "clientId" | "clientSecret">,
  edges: { fetch: typeof fetch },
): ConfidentialClientApplication {
  return new ConfidentialClientApplication({
    auth: { clientId, clientSecret: clientSecret.reveal() },
    system: { networkClient: createMsalNetwork(edges.fetch) },
  });
}

/** Entra's number says what is wrong without saying anything secret: AADSTS7000215 is a wrong client secret. */
function explain(error: unknown): string {
  if (!(error instanceof AuthError)) return "Entra could not be reached";
  return /AADSTS\d+/.exec(error.errorMessage)?.[0] ?? error.errorCode;
}
