import { decode } from "jsonwebtoken";
import { isGuid } from "../is-guid";
import type { LocalSettings } from "../local-settings";
import { EntraError } from "./entra-error";

const ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/** An application that proved who it is. */
export interface Client {
  clientId: string;
  proof: "secret" | "assertion";
}

/**
 * Checks the client's secret, or the form and the expiry of its assertion: the certificates and
 * identity providers that sign assertions are not known here, so the signature is taken as good.
 * Source: learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow.
 *
 * @throws EntraError 900144, 700016, 7000218, 7000215, 50027 or 700024
 */
export function readClient(form: URLSearchParams, settings: LocalSettings, now: Date): Client {
  const clientId = form.get("client_id")?.toLowerCase();
  if (!clientId) throw EntraError.missing("client_id");
  if (!isGuid(clientId)) throw unknownClient(clientId);
  const assertion = form.get("client_assertion");
  if (assertion !== null) {
    checkAssertion(assertion, form.get("client_assertion_type"), now);
    return { clientId, proof: "assertion" };
  }
  checkSecret(form.get("client_secret"), clientId, settings);
  return { clientId, proof: "secret" };
}

function checkSecret(secret: string | null, clientId: string, settings: LocalSettings): void {
  if (!secret) {
    const words =
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.";
    throw new EntraError(401, "invalid_client", 7000218, words);
  }
  if (settings.clientSecrets === "any" || settings.clientSecrets.includes(secret)) return;
  const words =
    "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, " +
    `not the client secret ID, for a secret added to app '${clientId}'.`;
  throw new EntraError(401, "invalid_client", 7000215, words);
}

function checkAssertion(assertion: string, type: string | null, now: Date): void {
  const payload = type === ASSERTION_TYPE ? decode(assertion, { json: true }) : null;
  if (!payload) {
    const words = "JWT token is invalid or malformed. The client_assertion could not be read.";
    throw new EntraError(401, "invalid_client", 50027, words);
  }
  if (payload.exp === undefined || payload.exp * 1000 > now.getTime()) return;
  const words = "Client assertion is not within its valid time range.";
  throw new EntraError(401, "invalid_client", 700024, words);
}

function unknownClient(clientId: string): EntraError {
  const words = `Application with identifier '${clientId}' was not found in the directory. A client id is a GUID.`;
  return new EntraError(400, "unauthorized_client", 700016, words);
}
