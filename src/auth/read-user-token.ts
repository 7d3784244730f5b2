import { decode } from "jsonwebtoken";
import { z } from "zod";
import { AppError } from "../errors";
import type { User } from "../meetings/ports/user-sign-in";

/** https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference */
const claimsSchema = z.object({
  aud: z.string(),
  tid: z.string(),
  oid: z.string(),
  ver: z.literal("2.0"),
  exp: z.number(),
});

/**
 * Refuses a token that cannot be the person's own for this app, before Entra is troubled with it. Its signature is
 * Entra's to check, when it is exchanged: nothing that is read here is believed for anything else.
 *
 * @throws AppError `sign_in_refused`
 */
export function assertMayBeOf(
  user: User,
  token: string,
  { audiences, now }: { audiences: readonly string[]; now: Date },
): void {
  const read = claimsSchema.safeParse(decode(token, { json: true }));
  if (!read.success) throw refuse("it is no access token of version 2.0");
  const { aud, tid, oid, exp } = read.data;
  if (!audiences.includes(aud.toLowerCase())) throw refuse("the token is for another app");
  if (!isSameUser({ tenantId: tid, aadId: oid }, user))
    throw refuse("the token is somebody else's");
  if (exp * 1000 <= now.getTime()) throw refuse("the token has expired");
}

/** Object ids are GUIDs, whose case means nothing. */
export function isSameUser(one: User, other: User): boolean {
  return toUserText(one) === toUserText(other);
}

export function toUserText({ tenantId, aadId }: User): string {
  return `${tenantId}/${aadId}`.toLowerCase();
}

function refuse(reason: string): AppError {
  return new AppError("sign_in_refused", { reason });
}
