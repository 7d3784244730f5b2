import type { BotServices } from "../bot-services";
import type { SignInProof } from "../turn/activity";
import type { Turn } from "../turn/turn";
import { toUser } from "./require-sign-in";

/**
 * Accepts the sign-in that Teams adds when it sends a button or compose invoke again. Returns whether there was one.
 * Throws what `UserSignIn` throws.
 */
export async function acceptProof(
  turn: Turn,
  proof: SignInProof | undefined,
  { userSignIn }: BotServices,
): Promise<boolean> {
  if (!userSignIn || !proof) return false;
  if ("token" in proof) await userSignIn.takeToken(toUser(turn), proof.token);
  else await userSignIn.takePageResult(toUser(turn), proof.pageResult);
  return true;
}
