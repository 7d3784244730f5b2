import { z } from "zod";

const POSTED =
  "Rendezvous has posted the card into the conversation. In Teams you see a preview first, with Send and Edit, which the Playground does not have. Close this dialog.";

const submitSchema = z.looseObject({
  name: z.literal("composeExtension/submitAction"),
  value: z.looseObject({}),
});
const previewSchema = z.object({
  composeExtension: z.object({
    type: z.literal("botMessagePreview"),
    activityPreview: z.unknown(),
  }),
});
const taskSchema = z.object({ task: z.object({}) });

/**
 * The press on Send, if the answer to the activity is a preview: the same invoke with what was previewed.
 * https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/respond-to-task-module-submit
 */
export function toSend(activity: unknown, answer: unknown): object | undefined {
  const submit = submitSchema.safeParse(activity);
  const preview = previewSchema.safeParse(answer);
  if (!submit.success || !preview.success) return undefined;
  const botActivityPreview = [preview.data.composeExtension.activityPreview];
  const pressed = { botMessagePreviewAction: "send", botActivityPreview };
  return { ...submit.data, value: { ...submit.data.value, ...pressed } };
}

/**
 * The dialog that says what came of it, for Microsoft 365 Agents Playground 0.2.28, which shows no empty result.
 * `undefined` where the answer is a dialog.
 */
export function toSentDialog(answer: unknown): object | undefined {
  if (taskSchema.safeParse(answer).success) return undefined;
  return { task: { type: "message", value: POSTED } };
}
