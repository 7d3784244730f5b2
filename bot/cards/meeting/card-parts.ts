import { createMemo, deepFreeze } from "../../../src/async/memo";
import type { Messages } from "../../locales/messages";
import type { AdaptiveCard, CardElement, ExecuteAction } from "../elements/adaptive-card";
import { toExecuteAction, toOpenableLink } from "../elements/card-button";
import { MAX_SHORT_NAME, toSubject } from "../elements/names";
import { toNotice } from "../elements/notice-card";
import { toHeader } from "./header";
import { toButtons, toRefreshButton } from "./meeting-buttons";
import type { MeetingCardData, SharedCardData } from "./meeting-card-data";
import {
  toAttachedLine,
  toDialInLines,
  toLocationLine,
  toPeopleLines,
  toReminderLine,
  toUnderstoodLine,
} from "./meeting-lines";

export interface CardParts {
  /** `undefined` if the meeting's link isn't safe to open. */
  joinUrl: string | undefined;
  /** The meeting's, for the summary. */
  name: string;
  header: CardElement[];
  people: CardElement[];
  details: CardElement[];
  buttons: CardElement[];
  refresh: ExecuteAction;
  /** By the times on the card. */
  rememberCard: (times: string, create: () => AdaptiveCard) => AdaptiveCard;
}

/** Parts of a card of 5 KB take about 15 KB of memory. */
const MAX_CARDS = 300;
const MAX_KEY_LENGTH = 6_000;
/** As many as there are time zones with readers, each of about 1 KB. */
const MAX_TIMES = 30;
const MAX_TIME_LENGTH = 300;

const remember = createMemo<CardParts>({ maxEntries: MAX_CARDS, maxKeyLength: MAX_KEY_LENGTH });

/** The parts that all readers of a language share. They're remembered, because everyone's client refreshes the card. */
export function toCardParts(data: MeetingCardData, messages: Messages): CardParts {
  const {
    now: _now,
    live: _live,
    expiresAt: _expiresAt,
    mentions: _mentions,
    refreshUserIds: _,
    ...shared
  } = data;
  const key = JSON.stringify([messages.language, shared]);
  return remember(key, () => deepFreeze(createParts(shared, messages)));
}

function createParts(data: SharedCardData, messages: Messages): CardParts {
  const joinUrl = toOpenableLink(data.joinWebUrl);
  return {
    joinUrl,
    name: toSubject(data.subject, messages, MAX_SHORT_NAME),
    header: [
      ...(data.notice ? [toNotice(data.notice)] : []),
      ...(joinUrl ? [] : [toNotice({ tone: "attention", text: messages.card.noLink })]),
      toHeader(toSubject(data.subject, messages), data.status, messages),
    ],
    people: toPeopleLines(data, [], messages),
    details: [
      ...toAttachedLine(data, messages),
      ...toReminderLine(data, messages),
      ...toLocationLine(data, messages),
      ...toUnderstoodLine(data, messages),
    ],
    buttons: [...toDialInLines(data, messages), toButtons(data, joinUrl, messages)],
    refresh: toExecuteAction(toRefreshButton(data, messages)),
    rememberCard: createMemo<AdaptiveCard>({
      maxEntries: MAX_TIMES,
      maxKeyLength: MAX_TIME_LENGTH,
    }),
  };
}
