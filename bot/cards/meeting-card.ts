import { MAX_TOPIC_CHARACTERS } from "../../src/meetings/topic";
import type { Messages } from "../locales/messages";
import type { ActionSet, AdaptiveCard, RichTextBlock, TextLook } from "./adaptive-card";
import { toCalendarLink } from "./calendar-link";
import { type CardButton, toButtonAction, toExecuteAction } from "./card-button";
import type { Reader } from "../reader";
import type { MeetingCardData } from "./meeting-card-data";
import { toSummary } from "./meeting-summary";
import { toMeetingTime } from "./meeting-time";
import { toNotice } from "./notice-card";
import { toBareText, toPlainText } from "./plain-text";
import { toHeading, toTextLine } from "./text-line";

/** Teams keeps no more (Teams, "Up to 60 users"). */
const MAX_REFRESHING_USERS = 60;
/** All of a topic. */
const MAX_NAME = 80;
const MAX_NUMBER = 40;
/** Three times what Teams makes; two copies of a longer one would fill the card. */
const MAX_LINK = 1024;

/**
 * The card of a meeting, for one reader; under 28 KB whatever the texts are.
 *
 * The buttons stand in the body, because `Refresh` needs an `ActionSet` for its fallback and the card's
 * own `actions` would come after it, and in two sets, because Teams on phones neither wraps nor scrolls
 * a set that is too wide (https://github.com/microsoft/AdaptiveCards/issues/4758): `Join` has the first
 * row, and the two others fit into 320 px.
 */
export function toMeetingCard(
  data: MeetingCardData,
  reader: Reader,
  messages: Messages,
): AdaptiveCard {
  const words = messages.card;
  const joinUrl = toOpenableLink(data.joinWebUrl);
  const refresh: CardButton = {
    title: words.refresh,
    verb: "refresh",
    data: { ref: data.sealedReference },
  };
  const userIds = [...new Set(data.refreshUserIds)].slice(0, MAX_REFRESHING_USERS);
  return {
    type: "AdaptiveCard",
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    version: "1.5",
    fallbackText: [toBareText(toSummary(data, reader, messages)), joinUrl]
      .filter(Boolean)
      .join(" "),
    body: [
      ...(data.notice ? [toNotice(data.notice)] : []),
      ...(joinUrl ? [] : [toNotice({ tone: "attention", text: words.noLink })]),
      toSubject(data, messages),
      ...toWhen(data, reader, messages),
      ...toWhoAndWhere(data, messages),
      ...toDialIn(data, messages),
      ...toButtonRows(data, joinUrl, refresh, messages),
    ],
    // Without ids Teams would refresh for everybody in a small conversation.
    ...(userIds.length > 0 && { refresh: { action: toExecuteAction(refresh), userIds } }),
  };
}

function toSubject({ subject }: MeetingCardData, { card }: Messages): RichTextBlock {
  return toHeading(toPlainText(subject, MAX_TOPIC_CHARACTERS) || card.untitled);
}

function toWhen({ time }: MeetingCardData, reader: Reader, { card }: Messages): RichTextBlock[] {
  if (time.kind === "standing") return [toTextLine(card.openAnyTime, {}, "Small")];
  const when = toMeetingTime(time, reader);
  if (!when) return [];
  return [
    ...when.lines.map((line, index) => toTextLine(line, {}, index === 0 ? "Small" : "None")),
    toTextLine(when.zone, { isSubtle: true, size: "Small" }, "None"),
  ];
}

function toWhoAndWhere(data: MeetingCardData, { card }: Messages): RichTextBlock[] {
  const look: TextLook = { isSubtle: true };
  const host = toPlainText(data.organizerName ?? "", MAX_NAME);
  return [
    ...(host ? [toTextLine(card.hostedBy({ name: host }), look, "Default")] : []),
    toTextLine(card.belongsTo[data.belongsTo], look, host ? "None" : "Default"),
  ];
}

function toDialIn(data: MeetingCardData, messages: Messages): RichTextBlock[] {
  return toDialInLines(data, messages).map((line, index) =>
    toTextLine(line, { isSubtle: true }, index === 0 ? "Default" : "None"),
  );
}

function toDialInLines({ dialIn = {} }: MeetingCardData, { card }: Messages): string[] {
  const phone = toPlainText(dialIn.tollNumber ?? "", MAX_NUMBER);
  const tollFree = toPlainText(dialIn.tollFreeNumber ?? "", MAX_NUMBER);
  const conferenceId = toPlainText(dialIn.conferenceId ?? "", MAX_NUMBER);
  return [
    ...(phone ? [card.phone({ number: phone })] : []),
    ...(tollFree ? [card.tollFree({ number: tollFree })] : []),
    ...(conferenceId ? [card.conferenceId({ id: conferenceId })] : []),
  ];
}

function toButtonRows(
  data: MeetingCardData,
  joinUrl: string | undefined,
  refresh: CardButton,
  messages: Messages,
): ActionSet[] {
  if (!joinUrl) {
    return [{ type: "ActionSet", spacing: "Medium", actions: [toButtonAction(refresh)] }];
  }
  const { join, addToCalendar } = messages.card;
  const calendarLink = toCalendar(data, joinUrl, messages);
  return [
    {
      type: "ActionSet",
      spacing: "Medium",
      actions: [{ type: "Action.OpenUrl", title: join, style: "positive", url: joinUrl }],
    },
    {
      type: "ActionSet",
      spacing: "Small",
      actions: [
        { type: "Action.OpenUrl", title: addToCalendar, url: calendarLink },
        toButtonAction(refresh),
      ],
    },
  ];
}

function toCalendar(data: MeetingCardData, joinUrl: string, messages: Messages): string {
  const { startsAt, endsAt } = data.time;
  return toCalendarLink({
    outlookOrigin: data.outlookOrigin,
    subject: toPlainText(data.subject, MAX_TOPIC_CHARACTERS) || messages.card.untitled,
    location: messages.card.calendarLocation,
    joinUrl,
    joinLabel: messages.card.calendarJoin,
    details: toDialInLines(data, messages),
    ...(startsAt !== undefined && { startsAt }),
    ...(endsAt !== undefined && { endsAt }),
  });
}

function toOpenableLink(url: string): string | undefined {
  const isOpenable =
    url.length <= MAX_LINK && /^https:\/\/[\x21-\x7e]+$/iu.test(url) && URL.canParse(url);
  return isOpenable ? url : undefined;
}
