import type { Messages } from "../locales/messages";
import type { AdaptiveCard } from "./elements/adaptive-card";
import { toActionRow } from "./elements/card-button";
import { toNoticeCard } from "./elements/notice-card";

/** The name of the preview's token in the data of buttons. */
export const PREVIEW_DATA = "preview";

/**
 * Asks to add the bot to the conversation. Teams installs it when someone presses the button.
 * https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module#request-to-install-your-conversational-bot
 */
export function toInstallCard(previewToken: string, { install }: Messages): AdaptiveCard {
  const card = toNoticeCard({ title: install.title, text: install.text });
  const data = { msteams: { justInTimeInstall: true }, [PREVIEW_DATA]: previewToken } as const;
  const button = { type: "Action.Submit", title: install.button, style: "positive", data } as const;
  return { ...card, body: [...card.body, toActionRow([button])] };
}
