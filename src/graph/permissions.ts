import * as z from "zod";
import { decodeToken } from "../auth/decode-token";
import { DELEGATED_PERMISSION } from "../auth/user-grants";

/** https://learn.microsoft.com/graph/api/onlinemeeting-createorget#permissions */
const APPLICATION_PERMISSION = "OnlineMeetings.ReadWrite.All";

/** Each of them allows subscriptions to calls: https://learn.microsoft.com/graph/changenotifications-for-onlinemeeting */
export const CALL_EVENT_PERMISSIONS = ["OnlineMeetings.Read.All", APPLICATION_PERMISSION];

const claimsSchema = z
  .object({ roles: z.array(z.string()).catch([]), scp: z.string().catch("") })
  .catch({ roles: [], scp: "" });

/** Whether an access token's claims have an application permission. */
export function hasRole(token: string, permission: string): boolean {
  return claimsSchema.parse(decodeToken(token)?.payload).roles.includes(permission);
}

/** Whether an access token's claims let the app create meetings for any organizer. */
export function hasApplicationPermission(token: string): boolean {
  return hasRole(token, APPLICATION_PERMISSION);
}

/** Whether an access token's claims let the app create meetings for the token's user. */
export function hasDelegatedPermission(token: string): boolean {
  return claimsSchema
    .parse(decodeToken(token)?.payload)
    .scp.split(" ")
    .includes(DELEGATED_PERMISSION);
}
