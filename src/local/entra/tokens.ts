import { createHash } from "node:crypto";
import * as z from "zod";
import type { LocalSettings } from "../local-settings";
import type { Client } from "./client-authentication";
import type { SigningKeys } from "./signing-keys";
import type { SignedInUser } from "./user-tokens";

/** Graph's application id, which its tokens can also have as audience. */
const GRAPH_APP_ID = "00000003-0000-0000-c000-000000000000";

/** The client id of Teams on the web, which requests the token that a bot exchanges. */
const TEAMS_WEB_CLIENT_ID = "5e3ce6c0-2b1f-4285-8d4b-75ee78787346";

const guid = z.guid({ error: "is not a GUID" });

export const userTokenSchema = z.strictObject({
  tenantId: guid,
  userId: guid,
  /** The bot's client id, its `api://…` form, or Graph. */
  audience: z.string().min(1),
  /** Defaults to `<userId>@contoso.com`. */
  upn: z.string().optional(),
  name: z.string().optional(),
  /** Defaults to `access_as_user`, and for Graph to `delegatedScopes`. */
  scopes: z.array(z.string()).optional(),
  /** Defaults to `tokenLifetimeSeconds`. */
  lifetimeSeconds: z.int().min(1).optional(),
});

export type UserTokenRequest = z.infer<typeof userTokenSchema>;

interface AppTokenRequest extends Client {
  resource: string;
  roles: string[];
}

/** Creates a version 2.0 token, as Teams hands one to a bot. */
export function createUserToken(
  request: UserTokenRequest,
  keys: SigningKeys,
  settings: LocalSettings,
): string {
  const { audience, name, upn: preferred_username } = request;
  const [oid, tid] = [request.userId.toLowerCase(), request.tenantId.toLowerCase()];
  const defaultScopes = isGraphResource(audience) ? settings.delegatedScopes : ["access_as_user"];
  const claims = {
    ...toUserClaims({ oid, tid, name, preferred_username }),
    aud: audience,
    azp: TEAMS_WEB_CLIENT_ID,
    azpacr: "0",
    scp: (request.scopes ?? defaultScopes).join(" "),
  };
  return keys.sign(claims, request.lifetimeSeconds ?? settings.tokenLifetimeSeconds);
}

/**
 * The claims of an application's version 1.0 token, which is the version that Graph requests.
 * Source: learn.microsoft.com/entra/identity-platform/access-token-claims-reference.
 */
export function toAppClaims({ resource, roles, ...client }: AppTokenRequest) {
  const servicePrincipalId = toServicePrincipalId(client.tenantId, client.clientId);
  return {
    ...toVersion1Claims(client, resource),
    idtyp: "app",
    oid: servicePrincipalId,
    sub: servicePrincipalId,
    // Entra omits the claim for an application without roles.
    ...(roles.length > 0 && { roles }),
  };
}

/**
 * The claims of a managed identity's token. A token for exchange is version 2.0, since Entra compares its issuer
 * with the app's federated credential.
 * Source: learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity.
 */
export function toIdentityClaims(request: AppTokenRequest) {
  const claims = toAppClaims(request);
  if (!request.resource.startsWith("api://")) return claims;
  return { ...claims, iss: toIssuer(request.tenantId), azp: request.clientId, ver: "2.0" };
}

/** The claims of a version 1.0 access token for Graph that acts for a user. */
export function toUserGraphClaims(
  user: SignedInUser,
  client: Client,
  resource: string,
  scopes: string[],
) {
  const upn = user.preferred_username ?? toUpn(user.oid);
  return {
    ...toVersion1Claims(client, resource),
    idtyp: "user",
    name: user.name ?? upn,
    oid: user.oid,
    scp: scopes.join(" "),
    sub: user.oid,
    unique_name: upn,
    upn,
  };
}

/** The claims that every version 1.0 token has. */
function toVersion1Claims({ tenantId, clientId, proof }: Client, resource: string) {
  return {
    aud: resource,
    iss: `https://sts.windows.net/${tenantId}/`,
    appid: clientId,
    appidacr: proof === "secret" ? "1" : "2",
    tid: tenantId,
    ver: "1.0",
  };
}

export function toIdClaims(user: SignedInUser, { clientId }: Client, nonce?: string) {
  return { ...toUserClaims(user), aud: clientId, ...(nonce !== undefined && { nonce }) };
}

/** The claims that every version 2.0 token of a user has. */
function toUserClaims(user: SignedInUser) {
  const username = user.preferred_username ?? toUpn(user.oid);
  return {
    iss: toIssuer(user.tid),
    name: user.name ?? username,
    oid: user.oid,
    preferred_username: username,
    sub: user.oid,
    tid: user.tid,
    ver: "2.0",
  };
}

function toIssuer(tenantId: string): string {
  return `https://login.microsoftonline.com/${tenantId}/v2.0`;
}

/** The object id of an application or managed identity in a tenant. */
export function toServicePrincipalId(tenantId: string, clientId: string): string {
  const hex = createHash("sha256").update(`${tenantId} ${clientId}`).digest("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, "$1-$2-$3-$4-$5");
}

export function toUpn(userId: string): string {
  return `${userId}@contoso.com`;
}

/** Whether a resource is Graph, in the global cloud or a US Government one. */
export function isGraphResource(resource: string): boolean {
  return (
    resource === GRAPH_APP_ID ||
    /^https:\/\/(dod-)?graph\.microsoft\.(com|us)\/?$/i.test(resource) ||
    // A bot whose Graph is this server may name it as the resource.
    /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?\/?$/i.test(resource)
  );
}
