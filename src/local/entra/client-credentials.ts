import type { CloudState } from "../cloud-state";
import type { Client } from "./client-authentication";
import { EntraError, requireParameter } from "./entra-error";
import { isGraphResource, toAppClaims } from "./tokens";

/**
 * The client credentials grant: a token for the application itself. For Graph it has the roles of the settings.
 * Source: learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow.
 *
 * @throws EntraError 900144 or 1002012
 */
export function grantClientCredentials(
  form: URLSearchParams,
  client: Client,
  { keys, settings }: CloudState,
) {
  const scope = requireParameter(form, "scope");
  const resource = /^(\S+)\/\.default$/.exec(scope.trim())?.[1];
  if (!resource) {
    const message =
      `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value ` +
      "with /.default suffixed to the resource identifier (application ID URI).";
    throw new EntraError(400, "invalid_scope", 1002012, message);
  }
  const roles = isGraphResource(resource) ? settings.appRoles : [];
  const lifetimeSeconds = settings.tokenLifetimeSeconds;
  return {
    token_type: "Bearer",
    expires_in: lifetimeSeconds,
    ext_expires_in: lifetimeSeconds,
    access_token: keys.sign(toAppClaims({ ...client, resource, roles }), lifetimeSeconds),
  };
}
