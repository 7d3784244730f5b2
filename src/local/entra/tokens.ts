import { createHash } from "node:crypto";
import type { LocalSettings } from "../local-settings";
import type { SigningKeys } from "./signing-keys";

/** Graph's own application id, which is also an audience of its tokens. */
const GRAPH_APP_ID = "00000003-0000-0000-c000-000000000000";

/** The client id of Teams on the web: who asks for the token that a bot exchanges. */
const TEAMS_WEB_CLIENT_ID = "5e3ce6c0-2b1f-4285-8d4b-75ee78787346";

/** What a user's token is made of. */
export interface UserTokenRequest {
  tenantId: string;
  /** The user's Entra object id. */
  userId: string;
  /** The client id of the bot, its `api://…` form, or Graph itself. */
  audience: string;
  /** Defaults to `<userId>@contoso.com`. */
  upn?: string;
  name?: string;
  /** Defaults to `access_as_user`; for Graph to the scopes of the settings. */
  scopes?: string[];
  /** Defaults to the lifetime of the settings. */
  lifetimeSeconds?: number;
}

/** Who an application token is for, and by what it proved itself. */
export interface AppTokenRequest {
  tenantId: string;
  clientId: string;
  resource: string;
  roles: string[];
  proof: "secret" | "assertion";
}

/** A user's token for an API: version 2.0, as Teams hands it to a bot. */
export function createUserToken(
  request: UserTokenRequest,
  keys: SigningKeys,
  settings: LocalSettings,
): string {
  const tenantId = request.tenantId.toLowerCase();
  const userId = request.userId.toLowerCase();
  const username = request.upn ?? toUpn(userId);
  const isForGraph = isGraphResource(request.audience);
  const scopes = request.scopes ?? (isForGraph ? settings.delegatedScopes : ["access_as_user"]);
  return keys.sign(
    {
      aud: request.audience,
      iss: `https://login.microsoftonline.com/${tenantId}/v2.0`,
      azp: TEAMS_WEB_CLIENT_ID,
      azpacr: "0",
      name: request.name ?? username,
      oid: userId,
      preferred_username: username,
      scp: scopes.join(" "),
      sub: userId,
      tid: tenantId,
      ver: "2.0",
    },
    request.lifetimeSeconds ?? settings.tokenLifetimeSeconds,
  );
}

/**
 * The claims of an application's token: version 1.0, which is what Graph asks for.
 * Source: learn.microsoft.com/entra/identity-platform/access-token-claims-reference.
 */
export function toAppClaims(request: AppTokenRequest): Record<string, string | string[]> {
  const servicePrincipalId = toServicePrincipalId(request.tenantId, request.clientId);
  return {
    aud: request.resource,
    iss: `https://sts.windows.net/${request.tenantId}/`,
    appid: request.clientId,
    appidacr: request.proof === "secret" ? "1" : "2",
    idtyp: "app",
    oid: servicePrincipalId,
    sub: servicePrincipalId,
    // Entra leaves the claim out when there are none.
    ...(request.roles.length > 0 ? { roles: request.roles } : {}),
    tid: request.tenantId,
    ver: "1.0",
  };
}

/**
 * The claims of a machine identity's token: an application's, but that one which is to be exchanged is version
 * 2.0, since Entra matches its issuer with the app's federated credential.
 * Source: learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity.
 */
export function toIdentityClaims(request: AppTokenRequest): Record<string, string | string[]> {
  const claims = toAppClaims(request);
  if (!request.resource.startsWith("api://")) return claims;
  const iss = `https://login.microsoftonline.com/${request.tenantId}/v2.0`;
  return { ...claims, iss, azp: request.clientId, ver: "2.0" };
}

/** The object id under which a tenant knows an application, or a machine's identity. */
export function toServicePrincipalId(tenantId: string, clientId: string): string {
  return toGuid(`${tenantId} ${clientId}`);
}

/** The name that a user has when nobody gave one. */
export function toUpn(userId: string): string {
  return `${userId}@contoso.com`;
}

/** Whether a resource is Graph, in the global cloud or a US Government one. */
export function isGraphResource(resource: string): boolean {
  return (
    resource === GRAPH_APP_ID ||
    /^https:\/\/(dod-)?graph\.microsoft\.(com|us)\/?$/i.test(resource) ||
    // A bot that was pointed at this server may name it as the resource.
    /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?\/?$/i.test(resource)
  );
}

function toGuid(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join("-");
}
