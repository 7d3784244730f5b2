import * as z from "zod";

/** Where a dialog was opened, or its button pressed. */
export interface Occasion {
  /** Teams just installed the bot, or failed to. People aren't asked to install it again. */
  isJustInstalled: boolean;
  /** The command box shows no previews. */
  isFromCommandBox: boolean;
}

/** https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module */
const schema = z
  .object({
    commandContext: z.string().optional().catch(undefined),
    data: z
      .object({ msteams: z.object({ justInTimeInstall: z.boolean() }) })
      .optional()
      .catch(undefined),
  })
  .catch({});

export function readOccasion(value: unknown): Occasion {
  const { commandContext, data } = schema.parse(value);
  return {
    isFromCommandBox: commandContext?.toLowerCase() === "commandbox",
    isJustInstalled: data?.msteams.justInTimeInstall === true,
  };
}
