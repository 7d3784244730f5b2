import type { LocalSettings } from "../local-settings";
import type { Client } from "./client-authentication";
import { EntraError } from "./entra-error";
import type { SigningKeys } from "./signing-keys";
import { isGraphResource, toAppClaims } from "./tokens";

/**
 * The client credentials grant: a token for the application itself, with the roles of the settings
 * when the resource is Graph.
 * Source: learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow.
 *
 * @throws EntraError 900144 or 1002012
 */
export function grantClientCredentials(
  form: URLSearchParams,
  tenantId: string,
  client: Client,
  keys: SigningKeys,
  settings: LocalSettings,
) {
  const scope = form.get("scope");
  if (!scope) throw EntraError.missing("scope");
  const resource = /^(\S+)\/\.default$/.exec(scope.trim())?.[1];
  if (!resource) {
    const words =
      `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value ` +
      "with /.default suffixed to the resource identifier (application ID URI).";
    throw new EntraError(400, "invalid_scope", 1002012, words);
  }
  const roles = isGraphResource(resource) ? settings.appRoles : [];
  const lifetimeSeconds = settings.tokenLifetimeSeconds;
  const claims = toAppClaims({ tenantId, ...client, resource, roles });
  return {
    token_type: "Bearer",
    expires_in: lifetimeSeconds,
    ext_expires_in: lifetimeSeconds,
    access_token: keys.sign(claims, lifetimeSeconds),
  };
}
