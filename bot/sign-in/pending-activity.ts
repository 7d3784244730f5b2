import type { Activity } from "botbuilder";
import { z } from "zod";
import type { PendingContent } from "../../src/meetings/tokens/sealed-waiting";
import type { PrivateMessage } from "../delivery/private-delivery";

/** A message that waits for its sender's sign-in, and where it is answered then. */
export interface PendingActivity {
  activity: Partial<Activity>;
  /** What asks the person to sign in. */
  asked?: PrivateMessage | undefined;
  /** The message, for everybody, whose place the answer takes. */
  answerId?: string | undefined;
}

/** All that reading and answering it again takes; not when it was sent, nor its text as HTML. */
const KEPT = [
  "type",
  "id",
  "channelId",
  "serviceUrl",
  "conversation",
  "from",
  "recipient",
  "replyToId",
  "locale",
  "localTimezone",
  "text",
  "value",
  "entities",
  "channelData",
] as const satisfies readonly (keyof Activity)[];

/** The answer to a button of a card takes that card's place. */
export function toPendingContent(activity: Partial<Activity>): PendingContent {
  const { value, replyToId } = activity;
  const kept = Object.fromEntries(KEPT.map((name) => [name, activity[name]]));
  return { activity: kept, ...(value !== undefined && replyToId && { answerId: replyToId }) };
}

export function toAskedContent({ asked, answerId }: Omit<PendingActivity, "activity">) {
  return { ...(asked && { asked }), ...(answerId && { answerId }) };
}

const activitySchema = z.custom<Partial<Activity>>(
  (activity) => typeof activity === "object" && activity !== null && "conversation" in activity,
);
const schema = z.object({
  activity: activitySchema,
  asked: z
    .object({
      conversationId: z.string(),
      activityId: z.string().optional(),
      isTargeted: z.boolean(),
    })
    .transform(({ activityId, ...asked }): PrivateMessage => ({ ...asked, activityId }))
    .optional(),
  answerId: z.string().optional(),
});

/** `undefined` for what an earlier release wrote otherwise. */
export function readPendingActivity(content: PendingContent): PendingActivity | undefined {
  return schema.safeParse(content).data;
}
