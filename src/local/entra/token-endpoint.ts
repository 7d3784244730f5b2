import type { CloudState } from "../cloud-state";
import { isGuid } from "../ids";
import type { LocalSettings } from "../local-settings";
import { authenticateClient } from "./client-authentication";
import { EntraError, requireParameter } from "./entra-error";
import { grantClientCredentials, grantOnBehalfOf, redeemCode, redeemRefreshToken } from "./grants";

const GRANTS = new Map([
  ["client_credentials", grantClientCredentials],
  ["urn:ietf:params:oauth:grant-type:jwt-bearer", grantOnBehalfOf],
  ["authorization_code", redeemCode],
  ["refresh_token", redeemRefreshToken],
]);

/**
 * Answers `POST /{tenant}/oauth2/v2.0/token`.
 *
 * @throws EntraError for a request that Entra rejects
 */
export function grantToken(tenant: string, form: URLSearchParams, state: CloudState): object {
  const tenantId = readTenantId(tenant, state.settings);
  const grantType = requireParameter(form, "grant_type");
  const grant = GRANTS.get(grantType);
  if (!grant) {
    const message = `The app requested an unsupported grant type '${grantType}'.`;
    throw new EntraError(400, "unsupported_grant_type", 70003, message);
  }
  return grant(form, authenticateClient(form, tenantId, state), state);
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
