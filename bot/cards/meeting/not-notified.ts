import type { Messages } from "../../locales/messages";
import type { Viewer } from "../../turn/viewer";
import type { ActionSet, ButtonData, RichTextBlock } from "../elements/adaptive-card";
import { toActionRow, toButtonAction } from "../elements/card-button";
import { formatNames } from "../elements/names";
import { toTextLine } from "../elements/text-line";
import { toCopyLinkButton } from "./meeting-buttons";
import type { MeetingCardData } from "./meeting-card-data";
import { toEmailLink } from "./outlook-links";

/** Keep the data of the automatic refresh small. */
const MAX_KEPT = 20;
const MAX_ID = 256;

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

/** For the automatic refresh, which must not drop the line before the person has read it. */
export function keepNotNotified({ notNotified = [] }: MeetingCardData): ButtonData {
  const ids = notNotified.flatMap(({ id }) => (id.length <= MAX_ID ? id : [])).slice(0, MAX_KEPT);
  return ids.length > 0 ? { untold: ids.join(" ") } : {};
}
