import { EntraError } from "./entra-error";

const PUBLIC_CLOUD_ALIASES = [
  "login.microsoftonline.com",
  "login.windows.net",
  "login.microsoft.com",
  "sts.windows.net",
];

/**
 * The OpenID configuration of a tenant. Its endpoints are on this server, so a demo's secrets stay on this machine. The
 * issuer is Microsoft's, because MSAL checks it.
 * Source: learn.microsoft.com/entra/identity-platform/v2-protocols-oidc.
 */
export function toOpenIdConfiguration(origin: string, tenant: string) {
  return {
    token_endpoint: `${origin}/${tenant}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ["client_secret_post", "private_key_jwt"],
    jwks_uri: `${origin}/${tenant}/discovery/v2.0/keys`,
    response_modes_supported: ["query", "fragment", "form_post"],
    subject_types_supported: ["pairwise"],
    id_token_signing_alg_values_supported: ["RS256"],
    response_types_supported: ["code", "id_token", "code id_token", "id_token token"],
    scopes_supported: ["openid", "profile", "email", "offline_access"],
    issuer: `https://login.microsoftonline.com/${tenant}/v2.0`,
    authorization_endpoint: `${origin}/${tenant}/oauth2/v2.0/authorize`,
    tenant_region_scope: null,
    cloud_instance_name: "microsoftonline.com",
    cloud_graph_host_name: "graph.windows.net",
    msgraph_host: "graph.microsoft.com",
  };
}

/**
 * The clouds that MSAL accepts as the host of its authority: the global one, and this server.
 *
 * @throws EntraError 50049 for any other host
 */
export function toInstanceMetadata(origin: string, authorizationEndpoint: string) {
  const host = URL.canParse(authorizationEndpoint) ? new URL(authorizationEndpoint).host : "";
  const ownHost = new URL(origin).host;
  if (host !== ownHost && !PUBLIC_CLOUD_ALIASES.includes(host))
    throw new EntraError(400, "invalid_instance", 50049, "Unknown or invalid instance.");
  const tenant = new URL(authorizationEndpoint).pathname.split("/")[1] || "common";
  return {
    tenant_discovery_endpoint: `${origin}/${tenant}/v2.0/.well-known/openid-configuration`,
    "api-version": "1.1",
    metadata: [
      {
        preferred_network: "login.microsoftonline.com",
        preferred_cache: "login.windows.net",
        aliases: PUBLIC_CLOUD_ALIASES,
      },
      { preferred_network: ownHost, preferred_cache: ownHost, aliases: [ownHost] },
    ],
  };
}
