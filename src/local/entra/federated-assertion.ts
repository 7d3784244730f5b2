import type { JwtPayload } from "jsonwebtoken";
import type { LocalSettings } from "../local-settings";
import { EntraError } from "./entra-error";
import type { SigningKeys } from "./signing-keys";

/** The audience of tokens that authenticate an application to Entra, in each cloud. */
const EXCHANGE_AUDIENCE = /^api:\/\/AzureADTokenExchange(USGov|China)?$/;

const DOCUMENTATION = "https://learn.microsoft.com/entra/workload-id/workload-identity-federation";

/**
 * Checks the token of an identity that authenticates a client: its signature, audience, issuer and subject. It can
 * only verify tokens that this server issued.
 * Source: learn.microsoft.com/entra/workload-id/workload-identity-federation.
 *
 * @throws EntraError 50013, 70021, 700211, 700212 or 700213
 */
export function checkFederatedAssertion(
  { assertion, payload }: { assertion: string; payload: JwtPayload },
  keys: SigningKeys,
  { federatedCredentials }: LocalSettings,
): void {
  if (!keys.verify(assertion).ok) {
    const message = "Assertion failed signature validation. [Reason - The key was not found.]";
    throw EntraError.invalidClient(50013, message);
  }
  const { iss: issuer = "", sub: subject = "" } = payload;
  const audience = [payload.aud].flat().join();
  if (!EXCHANGE_AUDIENCE.test(audience)) throw mismatch(700212, "audience", audience);
  if (federatedCredentials === "any") return;
  if (federatedCredentials.length === 0) {
    const message =
      `No matching federated identity record found for presented assertion. Assertion Issuer: '${issuer}'. ` +
      `Assertion Subject: '${subject}'. Assertion Audience: '${audience}'. ${DOCUMENTATION}`;
    throw EntraError.invalidRequest(70021, message);
  }
  const ofIssuer = federatedCredentials.filter((credential) => credential.issuer === issuer);
  if (ofIssuer.length === 0) throw mismatch(700211, "issuer", issuer);
  if (!ofIssuer.some((credential) => credential.subject === subject))
    throw mismatch(700213, "subject", subject);
}

function mismatch(code: number, claim: string, value: string): EntraError {
  const message =
    `No matching federated identity record found for presented assertion ${claim} '${value}'. Check your ` +
    "federated identity credential Subject, Audience and Issuer against the presented assertion. " +
    DOCUMENTATION;
  return EntraError.invalidClient(code, message);
}
