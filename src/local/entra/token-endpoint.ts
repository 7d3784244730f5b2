import { isGuid } from "../is-guid";
import type { LocalSettings } from "../local-settings";
import { readClient } from "./client-authentication";
import { grantClientCredentials } from "./client-credentials";
import { EntraError } from "./entra-error";
import { grantByCode, grantByRefreshToken } from "./authorization-code";
import { grantOnBehalfOf } from "./on-behalf-of";
import type { SignIns } from "./sign-ins";
import type { SigningKeys } from "./signing-keys";

const JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";
const GRANTS = ["client_credentials", JWT_BEARER, "authorization_code", "refresh_token"] as const;

/**
 * Answers `POST /{tenant}/oauth2/v2.0/token`.
 *
 * @throws EntraError for every request that Entra would refuse
 */
export function grantToken(
  tenant: string,
  form: URLSearchParams,
  keys: SigningKeys,
  settings: LocalSettings,
  signIns: SignIns,
  now: Date,
) {
  const tenantId = readTenantId(tenant, settings);
  const grant = form.get("grant_type");
  if (!grant) throw EntraError.missing("grant_type");
  const known = readGrant(grant);
  const client = readClient(form, { tenantId, keys, settings, now });
  switch (known) {
    case "client_credentials":
      return grantClientCredentials(form, tenantId, client, keys, settings);
    case JWT_BEARER:
      return grantOnBehalfOf(form, tenantId, client, keys, settings);
    case "authorization_code":
      return grantByCode(form, tenantId, client, { keys, settings, signIns });
    case "refresh_token":
      return grantByRefreshToken(form, tenantId, client, { keys, settings, signIns });
  }
}

function readGrant(grant: string): (typeof GRANTS)[number] {
  const known = GRANTS.find((one) => one === grant);
  if (known) return known;
  const words = `The app requested an unsupported grant type '${grant}'.`;
  throw new EntraError(400, "unsupported_grant_type", 70003, words);
}

/** A tenant is named by its GUID here: a domain name would need a directory to look it up in. */
export function readTenantId(tenant: string, { tenants }: LocalSettings): string {
  const tenantId = tenant.toLowerCase();
  if (isGuid(tenant) && (tenants === "any" || tenants.includes(tenantId))) return tenantId;
  if (/^(common|organizations|consumers)$/i.test(tenant)) {
    const words =
      "No tenant-identifying information found in either the request or implied by any provided credentials.";
    throw new EntraError(400, "invalid_request", 50059, words);
  }
  const words =
    `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the ` +
    "correct cloud. Check with your subscription administrator, this may happen if there are no active " +
    "subscriptions for the tenant.";
  throw new EntraError(400, "invalid_request", 90002, words);
}
