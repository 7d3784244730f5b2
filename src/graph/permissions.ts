import { decode } from "jsonwebtoken";
import { z } from "zod";

/** https://learn.microsoft.com/graph/api/onlinemeeting-createorget#permissions */
const APPLICATION_PERMISSION = "OnlineMeetings.ReadWrite.All";
const DELEGATED_PERMISSION = "OnlineMeetings.ReadWrite";

const claimsSchema = z
  .object({ roles: z.array(z.string()).catch([]), scp: z.string().catch("") })
  .catch({ roles: [], scp: "" });

/** Whether an access token lets the app make meetings by itself, as far as the token tells. */
export function hasApplicationPermission(token: string): boolean {
  return claimsSchema.parse(decode(token)).roles.includes(APPLICATION_PERMISSION);
}

/** Whether an access token lets it make them in the name of the person whose token it is. */
export function hasDelegatedPermission(token: string): boolean {
  return claimsSchema.parse(decode(token)).scp.split(" ").includes(DELEGATED_PERMISSION);
}
