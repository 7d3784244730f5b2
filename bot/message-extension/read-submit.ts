import { z } from "zod";

/** What comes back from a dialog or a preview. */
export interface Submitted {
  /** Where there is no preview: https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/respond-to-task-module-submit */
  isFromCommandBox: boolean;
  /** What was pressed below a preview, and the preview as the client hands it back. */
  previewAction?: "send" | "edit" | undefined;
  activityPreview?: unknown;
  /** Of the button that was pressed, with what was entered. */
  data: unknown;
  verb: string;
  /** Teams has just added the bot to the conversation, or has tried. */
  isJustInstalled: boolean;
}

const buttonSchema = z
  .object({
    verb: z.string().catch(""),
    msteams: z.object({ justInTimeInstall: z.boolean() }).optional().catch(undefined),
  })
  .catch({ verb: "" });
const valueSchema = z
  .object({
    commandContext: z.string().optional().catch(undefined),
    botMessagePreviewAction: z.enum(["send", "edit"]).optional().catch(undefined),
    botActivityPreview: z.unknown().optional(),
    data: z.unknown().optional(),
  })
  .catch({});

export function readSubmit(value: unknown): Submitted {
  const { commandContext, botMessagePreviewAction, botActivityPreview, data } =
    valueSchema.parse(value);
  const { verb, msteams } = buttonSchema.parse(data);
  return {
    isFromCommandBox: commandContext?.toLowerCase() === "commandbox",
    previewAction: botMessagePreviewAction,
    activityPreview: botActivityPreview,
    data,
    verb,
    isJustInstalled: msteams?.justInTimeInstall === true,
  };
}
