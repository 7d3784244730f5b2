import { z } from "zod";
import {
  CHAT_MODES,
  LOBBY_SCOPES,
  PRESENTER_SCOPES,
  type MeetingOptions,
} from "../../src/meetings/online-meeting";

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

/**
 * What was chosen on the options' card, from the data of its button: a property is absent where nothing
 * was chosen, or something that the card does not offer.
 */
export function readOptionsForm(data: unknown): MeetingOptions {
  const { lobby, presenters, recording, chat } = formSchema.parse(data);
  return {
    ...(lobby && { lobby }),
    ...(presenters && { presenters }),
    ...(recording && { isRecordedAutomatically: recording === "true" }),
    ...(chat && { chat }),
  };
}
