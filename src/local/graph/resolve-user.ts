import { toUpn } from "../entra/tokens";
import { isGuid } from "../is-guid";
import type { LocalSettings } from "../local-settings";
import { GraphError } from "./graph-error";
import type { Caller } from "./read-caller";

/** The user in whose name a call runs. */
export interface ActingUser {
  tenantId: string;
  userId: string;
  upn: string;
}

/** Permissions that suffice, by kind of token; the reference lists them for every method. */
const PERMISSIONS = {
  read: {
    app: ["OnlineMeetings.Read.All", "OnlineMeetings.ReadWrite.All"],
    user: ["OnlineMeetings.Read", "OnlineMeetings.ReadWrite"],
  },
  write: { app: ["OnlineMeetings.ReadWrite.All"], user: ["OnlineMeetings.ReadWrite"] },
};

/**
 * Finds the user in whose name a call runs and checks that the caller may act for them:
 * `pathUserId` for an application, the token's own user for `/me`.
 *
 * @throws GraphError 400 for `/me` without a user, 403 for a missing permission or application
 * access policy, 404 for a user that cannot have meetings
 */
export function resolveUser(
  caller: Caller,
  pathUserId: string | undefined,
  access: "read" | "write",
  settings: LocalSettings,
): ActingUser {
  if (!PERMISSIONS[access][caller.kind].some((one) => caller.permissions.includes(one))) {
    const words = "Insufficient privileges to complete the operation.";
    throw new GraphError(403, "Authorization_RequestDenied", words);
  }
  const user =
    caller.kind === "user" ? toOwnUser(caller, pathUserId) : toNamedUser(caller, pathUserId);
  const isListed = (list: string[]) => list.some((one) => one.toLowerCase() === user.userId);
  if (!isGuid(user.userId)) throw GraphError.noSuchUser();
  if (isListed(settings.unknownUsers) || isListed(settings.unlicensedUsers))
    throw GraphError.noSuchUser();
  if (caller.kind === "app" && !isUnderPolicy(isListed, settings)) {
    const words = `No application access policy found for this app: ${caller.appId} on the user: ${user.userId}.`;
    throw new GraphError(403, "Forbidden", words);
  }
  return user;
}

function toOwnUser(
  caller: Extract<Caller, { kind: "user" }>,
  pathUserId: string | undefined,
): ActingUser {
  // /users/{id} is /me for the user's own id; nobody acts for another user with a delegated token.
  if (pathUserId !== undefined && pathUserId.toLowerCase() !== caller.userId)
    throw new GraphError(403, "Forbidden", "");
  return { tenantId: caller.tenantId, userId: caller.userId, upn: caller.upn };
}

function toNamedUser(caller: Caller, pathUserId: string | undefined): ActingUser {
  if (pathUserId === undefined)
    throw GraphError.badRequest("/me request is only valid with delegated authentication flow.");
  const userId = pathUserId.toLowerCase();
  return { tenantId: caller.tenantId, userId, upn: toUpn(userId) };
}

/** Source: learn.microsoft.com/graph/cloud-communication-online-meeting-application-access-policy. */
function isUnderPolicy(
  isListed: (list: string[]) => boolean,
  { policy }: Pick<LocalSettings, "policy">,
): boolean {
  if (policy === "all") return true;
  if (policy === "none") return false;
  return "grantedTo" in policy ? isListed(policy.grantedTo) : !isListed(policy.exceptFor);
}
