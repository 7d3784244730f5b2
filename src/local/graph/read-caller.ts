import type { SigningKeys } from "../entra/signing-keys";
import { isGraphResource, toUpn } from "../entra/tokens";
import { GraphError } from "./graph-error";

/** The caller of Graph: an application, or a user who signed in to one. */
export interface Caller {
  kind: "app" | "user";
  tenantId: string;
  appId: string;
  /** For an application, the id of its service principal. */
  userId: string;
  upn: string;
  permissions: string[];
}

const TOKEN_ERRORS = {
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
  if (!verified.ok) throw invalidToken(TOKEN_ERRORS[verified.reason]);
  const { claims } = verified;
  if (!isGraphResource(claims.aud))
    throw invalidToken("Access token validation failure. Invalid audience.");
  const isApp = claims.idtyp === "app";
  return {
    kind: isApp ? "app" : "user",
    tenantId: claims.tid,
    appId: claims.appid ?? claims.azp ?? "",
    userId: claims.oid,
    upn: claims.upn ?? claims.preferred_username ?? toUpn(claims.oid),
    permissions: isApp ? claims.roles : claims.scp.split(" "),
  };
}

function invalidToken(message: string): GraphError {
  return new GraphError(401, "InvalidAuthenticationToken", message);
}
