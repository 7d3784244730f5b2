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
 * Rejects a token whose claims don't match the user and this app, before a call to Entra. Entra verifies the
 * signature when the token is exchanged; these claims are used for nothing else.
 *
 * @throws AppError `sign_in_refused`
 */
export function assertClaimsMatch(
  user: User,
  token: string,
  { audiences, now }: { audiences: readonly string[]; now: Date },
): void {
  const result = claimsSchema.safeParse(decode(token, { json: true }));
  if (!result.success) throw toRefusal("not an access token of version 2.0");
  const { aud, tid, oid, exp } = result.data;
  if (!audiences.includes(aud.toLowerCase())) throw toRefusal("the token is for another app");
  if (!isSameUser({ tenantId: tid, aadId: oid }, user))
    throw toRefusal("the token is another user's");
  if (exp * 1000 <= now.getTime()) throw toRefusal("the token has expired");
}

/** Ignores case: the ids are GUIDs. */
export function isSameUser(left: User, right: User): boolean {
  return toUserKey(left) === toUserKey(right);
}

export function toUserKey({ tenantId, aadId }: User): string {
  return `${tenantId}/${aadId}`.toLowerCase();
}

function toRefusal(reason: string): AppError {
  return new AppError("sign_in_refused", { reason });
}
