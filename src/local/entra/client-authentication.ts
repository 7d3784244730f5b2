import { decode } from "jsonwebtoken";
import { isGuid } from "../is-guid";
import type { LocalSettings } from "../local-settings";
import { checkCertificateAssertion } from "./certificate-assertion";
import { EntraError } from "./entra-error";
import { checkFederatedAssertion } from "./federated-assertion";
import type { SigningKeys } from "./signing-keys";

const ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/** An application that proved who it is. */
export interface Client {
  clientId: string;
  proof: "secret" | "assertion";
}

/** What a client's proof is checked with. */
export interface ClientCheck {
  tenantId: string;
  keys: SigningKeys;
  settings: LocalSettings;
  now: Date;
}

/**
 * Checks the client's secret, or its assertion: one that it signed with the key of its certificate, or a token
 * of an identity that it trusts.
 * Source: learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow.
 *
 * @throws EntraError 900144, 700016, 7000218, 7000215, 7000222, 50027, and those of the assertions
 */
export function readClient(form: URLSearchParams, check: ClientCheck): Client {
  const clientId = readClientId(form, check);
  const assertion = form.get("client_assertion");
  if (assertion !== null) {
    checkAssertion(assertion, form.get("client_assertion_type"), clientId, check);
    return { clientId, proof: "assertion" };
  }
  checkSecret(form.get("client_secret"), clientId, check.settings);
  return { clientId, proof: "secret" };
}

/** @throws EntraError 900144 or 700016 */
export function readClientId(
  form: URLSearchParams,
  { tenantId, settings }: Pick<ClientCheck, "tenantId" | "settings">,
): string {
  const clientId = form.get("client_id")?.toLowerCase();
  if (!clientId) throw EntraError.missing("client_id");
  const { applications } = settings;
  const isKnown = applications === "any" || applications.includes(clientId);
  if (isGuid(clientId) && isKnown) return clientId;
  throw unknownClient(clientId, tenantId);
}

function checkSecret(secret: string | null, clientId: string, settings: LocalSettings): void {
  if (!secret) {
    const words =
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.";
    throw new EntraError(401, "invalid_client", 7000218, words);
  }
  if (settings.expiredClientSecrets.includes(secret)) {
    const words =
      `The provided client secret keys for app '${clientId}' are expired. Visit the Azure portal to create new ` +
      "keys for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added " +
      "security: https://aka.ms/certCreds.";
    throw new EntraError(401, "invalid_client", 7000222, words);
  }
  if (settings.clientSecrets === "any" || settings.clientSecrets.includes(secret)) return;
  const words =
    "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, " +
    `not the client secret ID, for a secret added to app '${clientId}'.`;
  throw new EntraError(401, "invalid_client", 7000215, words);
}

/** An app names itself as the issuer of what it signed; whoever else did is an identity that it may trust. */
function checkAssertion(
  assertion: string,
  type: string | null,
  clientId: string,
  check: ClientCheck,
): void {
  const token = type === ASSERTION_TYPE ? decode(assertion, { complete: true }) : null;
  if (!token || typeof token.payload === "string") {
    const words = "JWT token is invalid or malformed. The client_assertion could not be read.";
    throw new EntraError(401, "invalid_client", 50027, words);
  }
  const { header, payload } = token;
  const isSelfIssued = header.x5c ?? header.x5t ?? header["x5t#S256"] ?? payload.iss === clientId;
  if (isSelfIssued) checkCertificateAssertion({ assertion, header, payload }, clientId, check);
  else checkFederatedAssertion({ assertion, payload }, check);
}

function unknownClient(clientId: string, tenantId: string): EntraError {
  const words =
    `Application with identifier '${clientId}' was not found in the directory '${tenantId}'. This can happen if ` +
    "the application has not been installed by the administrator of the tenant or consented to by any user in " +
    "the tenant. You may have sent your authentication request to the wrong tenant.";
  return new EntraError(400, "unauthorized_client", 700016, words);
}
