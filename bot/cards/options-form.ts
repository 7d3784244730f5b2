import { z } from "zod";
import {
  CHAT_MODES,
  LOBBY_SCOPES,
  PRESENTER_SCOPES,
  type MeetingOptions,
} from "../../src/meetings/ports/online-meeting";

/** The names under which a client sends what was chosen, beside the button's own data. */
export const OPTION_IDS = {
  lobby: "lobby",
  presenters: "presenters",
  recording: "recording",
  chat: "chat",
} as const;

const formSchema = z
  .object({
    [OPTION_IDS.lobby]: z.enum(LOBBY_SCOPES).optional().catch(undefined),
    [OPTION_IDS.presenters]: z.enum(PRESENTER_SCOPES).optional().catch(undefined),
    [OPTION_IDS.recording]: z.enum(["true", "false"]).optional().catch(undefined),
    [OPTION_IDS.chat]: z.enum(CHAT_MODES).optional().catch(undefined),
  })
  .catch({});

/** Where the form keeps what it showed: a client sends every value back, also those that nobody touched. */
export const SHOWN_OPTIONS = "shown";

const shownSchema = z.object({ [SHOWN_OPTIONS]: z.string() });

/** The options as a form sends them. */
export function toOptionsForm(options: MeetingOptions): Record<string, string | undefined> {
  const { lobby, presenters, chat, isRecordedAutomatically } = options;
  return {
    [OPTION_IDS.lobby]: lobby,
    [OPTION_IDS.presenters]: presenters,
    [OPTION_IDS.chat]: chat,
    [OPTION_IDS.recording]: isRecordedAutomatically?.toString(),
  };
}

/**
 * What was changed on the options' card, from the data of its button: a property is absent where the form
 * showed the same, where nothing was chosen, or something that the card does not offer.
 */
export function readOptionsForm(data: unknown): MeetingOptions {
  const shown = readShown(data);
  const { lobby, presenters, recording, chat } = formSchema.parse(data);
  return {
    ...(lobby && lobby !== shown.lobby && { lobby }),
    ...(presenters && presenters !== shown.presenters && { presenters }),
    ...(recording &&
      recording !== shown.recording && { isRecordedAutomatically: recording === "true" }),
    ...(chat && chat !== shown.chat && { chat }),
  };
}

function readShown(data: unknown): z.infer<typeof formSchema> {
  const text = shownSchema.safeParse(data).data?.[SHOWN_OPTIONS];
  try {
    return formSchema.parse(JSON.parse(text ?? "{}"));
  } catch {
    return {}; // not as we wrote it: everything that was chosen counts
  }
}
