import type { SigningKeys } from "../entra/signing-keys";
import { isGraphResource, toUpn } from "../entra/tokens";
import { includesId, isGuid } from "../ids";
import type { LocalSettings } from "../local-settings";
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

export type ActingUser = Pick<Caller, "tenantId" | "userId" | "upn">;

/** The permissions that each method accepts, from its page in the reference. */
const PERMISSIONS = {
  read: {
    app: ["OnlineMeetings.Read.All", "OnlineMeetings.ReadWrite.All"],
    user: ["OnlineMeetings.Read", "OnlineMeetings.ReadWrite"],
  },
  write: { app: ["OnlineMeetings.ReadWrite.All"], user: ["OnlineMeetings.ReadWrite"] },
  artifact: { app: ["OnlineMeetingArtifact.Read.All"], user: ["OnlineMeetingArtifact.Read.All"] },
};

/**
 * Finds the user a call acts for and authorizes the caller: an application acts for `pathUserId`, a user for
 * themselves.
 *
 * @throws GraphError 400 for an application's `/me`, 403 without a permission or application access policy, 404 for a
 * user who can't have meetings
 */
export function resolveUser(
  caller: Caller,
  pathUserId: string | undefined,
  access: keyof typeof PERMISSIONS,
  settings: LocalSettings,
): ActingUser {
  const accepted = PERMISSIONS[access][caller.kind];
  if (!accepted.some((permission) => caller.permissions.includes(permission))) {
    const message = "Insufficient privileges to complete the operation.";
    throw new GraphError(403, "Authorization_RequestDenied", message);
  }
  const user = toActingUser(caller, pathUserId);
  const { userId } = user;
  const { unknownUsers, unlicensedUsers } = settings;
  if (!isGuid(userId) || includesId([...unknownUsers, ...unlicensedUsers], userId))
    throw GraphError.noSuchUser();
  if (caller.kind === "app" && !isUnderPolicy(userId, settings)) {
    const message = `No application access policy found for this app: ${caller.appId} on the user: ${userId}.`;
    throw new GraphError(403, "Forbidden", message);
  }
  return user;
}

function toActingUser(
  { kind, tenantId, userId, upn }: Caller,
  pathUserId: string | undefined,
): ActingUser {
  const pathId = pathUserId?.toLowerCase();
  if (kind === "user") {
    // A delegated token can use /users/{id} only for its own user.
    if (pathId !== undefined && pathId !== userId) throw new GraphError(403, "Forbidden", "");
    return { tenantId, userId, upn };
  }
  if (pathId === undefined)
    throw GraphError.badRequest("/me request is only valid with delegated authentication flow.");
  return { tenantId, userId: pathId, upn: toUpn(pathId) };
}

/** Source: learn.microsoft.com/graph/cloud-communication-online-meeting-application-access-policy. */
function isUnderPolicy(userId: string, { policy }: Pick<LocalSettings, "policy">): boolean {
  if (policy === "all") return true;
  if (policy === "none") return false;
  return "grantedTo" in policy
    ? includesId(policy.grantedTo, userId)
    : !includesId(policy.exceptFor, userId);
}
