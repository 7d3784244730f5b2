import type { Messages } from "../../locales/messages";
import type { Viewer } from "../../turn/viewer";
import type { ActionSet, RichTextBlock } from "../elements/adaptive-card";
import { toActionRow, toButtonAction } from "../elements/card-button";
import { formatNames } from "../elements/names";
import { toTextLine } from "../elements/text-line";
import { toCopyLinkButton } from "./meeting-buttons";
import type { MeetingCardData } from "./meeting-card-data";
import { toEmailLink } from "./outlook-links";

/**
 * "Bo hasn't been notified.", with two ways to do it.
 *
 * @param when From `formatMeetingTime`.
 */
export function toNotNotified(
  data: MeetingCardData,
  joinUrl: string | undefined,
  when: string | undefined,
  viewer: Viewer,
  messages: Messages,
): (RichTextBlock | ActionSet)[] {
  const { notNotified = [], isWithoutBot } = data;
  if (notNotified.length === 0 || !joinUrl) return [];
  const { one, several, someone, email: title } = messages.card.notNotified;
  const names = notNotified.flatMap(({ name }) => name ?? []);
  const listed = formatNames(names, viewer, messages);
  const text = listed && (names.length === 1 ? one({ name: listed }) : several({ names: listed }));
  const url = toEmailLink(data, joinUrl, when, messages);
  return [
    { ...toTextLine(text || someone, {}, "Medium"), separator: true },
    toActionRow(
      [
        ...(isWithoutBot ? [] : [toButtonAction(toCopyLinkButton(data, messages))]),
        { type: "Action.OpenUrl", title, url },
      ],
      "Small",
    ),
  ];
}
