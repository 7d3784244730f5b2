import { toUpn } from "../entra/tokens";
import { includesId, isGuid } from "../ids";
import type { LocalSettings } from "../local-settings";
import { GraphError } from "./graph-error";
import type { Caller } from "./read-caller";

/** The user a call acts for. */
export type ActingUser = Pick<Caller, "tenantId" | "userId" | "upn">;

/** The permissions that each method accepts, from its page in the reference. */
const PERMISSIONS = {
  read: {
    app: ["OnlineMeetings.Read.All", "OnlineMeetings.ReadWrite.All"],
    user: ["OnlineMeetings.Read", "OnlineMeetings.ReadWrite"],
  },
  write: { app: ["OnlineMeetings.ReadWrite.All"], user: ["OnlineMeetings.ReadWrite"] },
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
  access: "read" | "write",
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
