import * as z from "zod";
import type { PendingContent } from "../../src/meetings/tokens/tokens";
import type { SentMessage } from "../delivery/destination";
import type { Button, Message } from "../turn/turn";
import { parseStoredActivity } from "../turn/parse-activity";

/** A message that waits for its sender's sign-in, and which messages the reply deals with. */
export interface PendingTurn {
  activity: Message | Button;
  /** The message that asks the person to sign in. */
  prompt?: SentMessage | undefined;
  /** The public message that the reply replaces. */
  replacesId?: string | undefined;
}

const prompt = z
  .object({
    conversationId: z.string(),
    activityId: z.string().optional(),
    isTargeted: z.boolean(),
  })
  .transform(({ activityId, ...sent }): SentMessage => ({ ...sent, activityId }));

const schema = z.object({
  activity: z.custom<Message | Button>((value) => parsedSchema.safeParse(value).success),
  prompt: prompt.optional(),
  replacesId: z.string().optional(),
});
const parsedSchema = z.object({
  kind: z.enum(["message", "button"]),
  address: z.object({ conversationId: z.string() }),
  parsed: z.object({ ok: z.boolean() }),
});

/** Releases up to 0.1 stored the activity itself, and two fields under other names. */
const oldSchema = z
  .object({
    activity: z.unknown().transform(parseStoredActivity),
    asked: prompt.optional(),
    answerId: z.string().optional(),
  })
  .transform(({ activity, asked, answerId }) =>
    activity ? { activity, prompt: asked, replacesId: answerId } : undefined,
  );

/** `undefined` for content of an unknown form. */
export function readPendingTurn(content: PendingContent): PendingTurn | undefined {
  return schema.safeParse(content).data ?? oldSchema.safeParse(content).data;
}
