import type { JwtPayload } from "jsonwebtoken";
import { assertInTime } from "./assertion-time";
import type { ClientCheck } from "./client-authentication";
import { EntraError } from "./entra-error";

/** What a token must be for that proves to Entra, of whichever cloud, who an app is. */
const EXCHANGE_AUDIENCE = /^api:\/\/AzureADTokenExchange(USGov|China)?$/;

const DOCUMENTATION = "https://learn.microsoft.com/entra/workload-id/workload-identity-federation";

/**
 * Checks a token of somebody else, with which a client proves itself: it has to be of an identity that the app
 * was told to trust, and for Entra. Only what this server issued has a signature that can be checked here.
 * Source: learn.microsoft.com/entra/workload-id/workload-identity-federation.
 *
 * @throws EntraError 700024, 50013, 70021, 700211, 700212 or 700213
 */
export function checkFederatedAssertion(
  { assertion, payload }: { assertion: string; payload: JwtPayload },
  { keys, settings, now }: ClientCheck,
): void {
  assertInTime(payload.exp, now);
  if (!keys.verify(assertion).ok) {
    const words = "Assertion failed signature validation. [Reason - The key was not found.]";
    throw new EntraError(401, "invalid_client", 50013, words);
  }
  const { iss: issuer = "", sub: subject = "" } = payload;
  const audience = [payload.aud].flat().join();
  if (!EXCHANGE_AUDIENCE.test(audience)) throw unmatched(700212, "audience", audience);
  const { federatedCredentials } = settings;
  if (federatedCredentials === "any") return;
  if (federatedCredentials.length === 0) throw unknown(issuer, subject, audience);
  const ofIssuer = federatedCredentials.filter((one) => one.issuer === issuer);
  if (ofIssuer.length === 0) throw unmatched(700211, "issuer", issuer);
  if (!ofIssuer.some((one) => one.subject === subject)) throw unmatched(700213, "subject", subject);
}

function unknown(issuer: string, subject: string, audience: string): EntraError {
  const words =
    `No matching federated identity record found for presented assertion. Assertion Issuer: '${issuer}'. ` +
    `Assertion Subject: '${subject}'. Assertion Audience: '${audience}'. ${DOCUMENTATION}`;
  return new EntraError(400, "invalid_request", 70021, words);
}

function unmatched(code: number, claim: string, value: string): EntraError {
  const words =
    `No matching federated identity record found for presented assertion ${claim} '${value}'. Check your ` +
    "federated identity credential Subject, Audience and Issuer against the presented assertion. " +
    DOCUMENTATION;
  return new EntraError(401, "invalid_client", code, words);
}
