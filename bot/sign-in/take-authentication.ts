import { z } from "zod";
import type { BotServices } from "../bot-services";
import type { Turn } from "../turn/turn";

const schema = z
  .object({
    authentication: z
      .object({ token: z.string().min(1) })
      .optional()
      .catch(undefined),
    state: z.string().min(1).optional().catch(undefined),
  })
  .catch({});

/**
 * Takes the sign-in that Teams sends along when it sends a button or an invoke of the message extension again: a token
 * of its own, or what our page handed over. Whether there was one; throws what `UserSignIn` does.
 *
 * https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model
 */
export async function takeAuthentication(
  { tenantId, caller }: Turn,
  value: unknown,
  { userSignIn }: BotServices,
): Promise<boolean> {
  const { authentication, state } = schema.parse(value);
  const user = { tenantId, aadId: caller.aadId };
  if (!userSignIn || !(authentication ?? state)) return false;
  if (authentication) await userSignIn.takeToken(user, authentication.token);
  else if (state) await userSignIn.takePageResult(user, state);
  return true;
}
