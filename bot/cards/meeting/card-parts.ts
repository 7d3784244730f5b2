import { createMemo, deepFreeze } from "../../../src/async/memo";
import type { Messages } from "../../locales/messages";
import type { CardElement } from "../elements/adaptive-card";
import { toOpenableLink } from "../elements/card-button";
import { toSubject } from "../elements/names";
import { toNotice } from "../elements/notice-card";
import { toHeader } from "./header";
import { toButtons } from "./meeting-buttons";
import type { MeetingCardData, SharedCardData } from "./meeting-card-data";
import { toDialInLines, toLocationLine, toPeopleLines, toUnderstoodLine } from "./meeting-lines";

export interface CardParts {
  /** `undefined` if the meeting's link isn't safe to open. */
  joinUrl: string | undefined;
  header: CardElement[];
  people: CardElement[];
  details: CardElement[];
  buttons: CardElement[];
}

/** Parts of a card of 5 KB take about 15 KB of memory. */
const MAX_CARDS = 300;
const MAX_KEY_LENGTH = 6_000;

const remember = createMemo<CardParts>({ maxEntries: MAX_CARDS, maxKeyLength: MAX_KEY_LENGTH });

/** The parts that all readers of a language share. They're remembered, because everyone's client refreshes the card. */
export function toCardParts(data: MeetingCardData, messages: Messages): CardParts {
  const {
    now: _now,
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
    header: [
      ...(data.notice ? [toNotice(data.notice)] : []),
      ...(joinUrl ? [] : [toNotice({ tone: "attention", text: messages.card.noLink })]),
      toHeader(toSubject(data.subject, messages), data.status, messages),
    ],
    people: toPeopleLines(data, [], messages),
    details: [...toLocationLine(data, messages), ...toUnderstoodLine(data, messages)],
    buttons: [...toDialInLines(data, messages), toButtons(data, joinUrl, messages)],
  };
}
