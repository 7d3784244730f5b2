import type { SigningKeys, TokenClaims } from "../entra/signing-keys";
import { isGraphResource, toUpn } from "../entra/tokens";
import { GraphError } from "./graph-error";

/** Who calls Graph: an application by itself, or one on behalf of a user. */
export type Caller =
  | { kind: "app"; tenantId: string; appId: string; permissions: string[] }
  | {
      kind: "user";
      tenantId: string;
      appId: string;
      userId: string;
      upn: string;
      permissions: string[];
    };

const REFUSALS = {
  malformed: "IDX14100: JWT is not well formed, there are no dots (.) or a part cannot be read.",
  signature: "Access token validation failure. Invalid signature.",
  expired: "Lifetime validation failed, the token is expired.",
};

/**
 * Reads the caller from the `Authorization` header.
 * Source: learn.microsoft.com/graph/resolve-auth-errors.
 *
 * @throws GraphError 401 InvalidAuthenticationToken
 */
export function readCaller(authorization: string | undefined, keys: SigningKeys): Caller {
  const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? "")?.[1];
  if (!token) throw invalidToken("Access token is empty.");
  const verified = keys.verify(token);
  if (!verified.ok) throw invalidToken(REFUSALS[verified.reason]);
  const { claims } = verified;
  if (!isGraphResource(claims.aud))
    throw invalidToken("Access token validation failure. Invalid audience.");
  return toCaller(claims);
}

function toCaller(claims: TokenClaims): Caller {
  const { tid: tenantId, oid } = claims;
  const appId = claims.appid ?? claims.azp ?? "";
  if (claims.idtyp === "app") return { kind: "app", tenantId, appId, permissions: claims.roles };
  const permissions = claims.scp.split(" ").filter(Boolean);
  const upn = claims.upn ?? claims.preferred_username ?? toUpn(oid);
  return { kind: "user", tenantId, appId, userId: oid, upn, permissions };
}

function invalidToken(message: string): GraphError {
  return new GraphError(401, "InvalidAuthenticationToken", message);
}
