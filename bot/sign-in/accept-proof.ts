import type { BotServices } from "../bot-services";
import type { SignInProof } from "../turn/activity";
import { toUser, type Turn } from "../turn/turn";

/**
 * Accepts the sign-in that Teams adds when it sends a button or compose invoke again. Returns whether there was one.
 * Throws what `UserSignIn` throws.
 */
export async function acceptProof(
  turn: Turn,
  proof: SignInProof | undefined,
  { signIn }: BotServices,
): Promise<boolean> {
  if (!signIn || !proof) return false;
  if ("token" in proof) await signIn.users.takeToken(toUser(turn), proof.token);
  else await signIn.users.takePageResult(toUser(turn), proof.pageResult);
  return true;
}
