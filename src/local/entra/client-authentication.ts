import { decode } from "jsonwebtoken";
import type { CloudState } from "../cloud-state";
import { isGuid } from "../ids";
import type { LocalSettings } from "../local-settings";
import { checkCertificateAssertion } from "./certificate-assertion";
import { EntraError, requireParameter } from "./entra-error";
import { checkFederatedAssertion } from "./federated-assertion";

const ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

export interface Client {
  tenantId: string;
  clientId: string;
  proof: "secret" | "assertion";
}

/**
 * Authenticates a client by its secret or its assertion. An assertion is signed with the key of the client's
 * certificate, or is the token of an identity that the client trusts.
 * Source: learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow.
 *
 * @throws EntraError 900144, 700016, 7000218, 7000215, 7000222, 50027, 700024, and those of the assertions
 */
export function authenticateClient(
  form: URLSearchParams,
  tenantId: string,
  state: CloudState,
): Client {
  const clientId = readClientId(form, tenantId, state.settings);
  const assertion = form.get("client_assertion");
  if (assertion === null) {
    checkSecret(form.get("client_secret"), clientId, state.settings);
    return { tenantId, clientId, proof: "secret" };
  }
  const client = { tenantId, clientId, proof: "assertion" } as const;
  checkAssertion(assertion, form.get("client_assertion_type"), client, state);
  return client;
}

/** Accepts a tenant's GUID only: domain names would need a directory. */
export function readTenantId(tenant: string, { tenants }: LocalSettings): string {
  const tenantId = tenant.toLowerCase();
  if (isGuid(tenant) && (tenants === "any" || tenants.includes(tenantId))) return tenantId;
  if (/^(common|organizations|consumers)$/i.test(tenant)) {
    const message =
      "No tenant-identifying information found in either the request or implied by any provided credentials.";
    throw EntraError.invalidRequest(50059, message);
  }
  const message =
    `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the ` +
    "correct cloud. Check with your subscription administrator, this may happen if there are no active " +
    "subscriptions for the tenant.";
  throw EntraError.invalidRequest(90002, message);
}

/** @throws EntraError 900144 or 700016 */
export function readClientId(
  form: URLSearchParams,
  tenantId: string,
  { applications }: LocalSettings,
): string {
  const clientId = requireParameter(form, "client_id").toLowerCase();
  const exists = applications === "any" || applications.includes(clientId);
  if (isGuid(clientId) && exists) return clientId;
  const message =
    `Application with identifier '${clientId}' was not found in the directory '${tenantId}'. This can happen if ` +
    "the application has not been installed by the administrator of the tenant or consented to by any user in " +
    "the tenant. You may have sent your authentication request to the wrong tenant.";
  throw new EntraError(400, "unauthorized_client", 700016, message);
}

function checkSecret(secret: string | null, clientId: string, settings: LocalSettings): void {
  if (!secret) {
    const message =
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.";
    throw EntraError.invalidClient(7000218, message);
  }
  if (settings.expiredClientSecrets.includes(secret)) {
    const message =
      `The provided client secret keys for app '${clientId}' are expired. Visit the Azure portal to create new ` +
      "keys for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added " +
      "security: https://aka.ms/certCreds.";
    throw EntraError.invalidClient(7000222, message);
  }
  if (settings.clientSecrets === "any" || settings.clientSecrets.includes(secret)) return;
  const message =
    "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, " +
    `not the client secret ID, for a secret added to app '${clientId}'.`;
  throw EntraError.invalidClient(7000215, message);
}

/** A client is the issuer of an assertion that it signed. Any other issuer is an identity that it may trust. */
function checkAssertion(
  assertion: string,
  type: string | null,
  client: Client,
  { keys, settings, now }: CloudState,
): void {
  const token = type === ASSERTION_TYPE ? decode(assertion, { complete: true }) : null;
  if (!token || typeof token.payload === "string") {
    const message = "JWT token is invalid or malformed. The client_assertion could not be read.";
    throw EntraError.invalidClient(50027, message);
  }
  const { header, payload } = token;
  const isSelfIssued =
    header.x5c ?? header.x5t ?? header["x5t#S256"] ?? payload.iss === client.clientId;
  if (isSelfIssued) {
    checkCertificateAssertion({ assertion, header, payload }, client, settings, now());
    checkExpiry(payload.exp, now());
  } else {
    checkExpiry(payload.exp, now());
    checkFederatedAssertion({ assertion, payload }, keys, settings);
  }
}

function checkExpiry(expiresAtSeconds = 0, now: Date): void {
  const expiresAt = new Date(expiresAtSeconds * 1000);
  if (expiresAt > now) return;
  const message =
    `Client assertion is not within its valid time range. Current time: ${now.toISOString()}, expiry time of ` +
    `assertion ${expiresAt.toISOString()}. Review the documentation at ` +
    "https://learn.microsoft.com/entra/identity-platform/certificate-credentials .";
  throw EntraError.invalidClient(700024, message);
}
