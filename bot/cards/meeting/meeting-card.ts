import type { Messages } from "../../locales/messages";
import type { Viewer } from "../../turn/viewer";
import type { AdaptiveCard } from "../elements/adaptive-card";
import { toExecuteAction } from "../elements/card-button";
import { toCard } from "../elements/card-frame";
import { toOpenableLink } from "./join-button";
import { toButtonRows, toRefreshButton } from "./meeting-buttons";
import type { MeetingCardData } from "./meeting-card-data";
import {
  SUBTLE,
  toDialInLines,
  toExpiry,
  toSubjectLine,
  toUnderstood,
  toWhen,
} from "./meeting-lines";
import { toSummary } from "./meeting-summary";
import { toWhoAndWhere } from "./meeting-people";
import { type MentionedPerson, toBytes, toMentionedPeople } from "./mentions";
import { toNotice } from "../elements/notice-card";
import { toTextLine } from "../elements/text-line";

/** Teams keeps no more (Teams, "Up to 60 users"). */
const MAX_REFRESHING_USERS = 60;

/** What every card of ours stays under; a message may have about 100 KB with all around the card. */
const MAX_BYTES = 28_000;
/** For longer names in the place of those who are mentioned, and for the line of the mentions. */
const RESERVED_BYTES = 1800;

/** The card of a meeting, for one reader; under 28 KB whatever the texts are. */
export function toMeetingCard(
  data: MeetingCardData,
  viewer: Viewer,
  messages: Messages,
): AdaptiveCard {
  const card = toCardWith([], data, viewer, messages);
  const mentions = data.mentions ?? [];
  if (mentions.length === 0) return card;
  const maxBytes = MAX_BYTES - RESERVED_BYTES - toBytes(card);
  return toCardWith(toMentionedPeople(mentions, maxBytes, messages), data, viewer, messages);
}

function toCardWith(
  mentioned: readonly MentionedPerson[],
  data: MeetingCardData,
  viewer: Viewer,
  messages: Messages,
): AdaptiveCard {
  const joinUrl = toOpenableLink(data.joinWebUrl);
  const userIds = [...new Set(data.refreshUserIds)].slice(0, MAX_REFRESHING_USERS);
  const body = [
    ...(data.notice ? [toNotice(data.notice)] : []),
    ...(joinUrl ? [] : [toNotice({ tone: "attention", text: messages.card.noLink })]),
    toSubjectLine(data, messages),
    ...toWhen(data, viewer, messages),
    ...toWhoAndWhere(data, mentioned, viewer, messages),
    ...toDialInLines(data, messages).map((line, index) =>
      toTextLine(line, SUBTLE, index === 0 ? "Default" : "None"),
    ),
    ...toExpiry(data, viewer, messages),
    ...toUnderstood(data, messages),
    ...toButtonRows(data, joinUrl, messages),
  ];
  return {
    ...toCard(body, [toSummary(data, viewer, messages)], joinUrl),
    // Without ids Teams would refresh for everybody in a small conversation.
    ...(userIds.length > 0 &&
      !data.isWithoutBot && {
        refresh: { action: toExecuteAction(toRefreshButton(data, messages)), userIds },
      }),
    ...(mentioned.length > 0 && {
      msteams: { entities: mentioned.map(({ entity }) => entity) },
    }),
  };
}
