import { toOneLine } from "../../src/request/one-line";
import { messagesFor, type Messages } from "../locales/messages";
import type { Viewer } from "../turn/viewer";
import {
  MAX_CARD_BYTES,
  toBytes,
  toCard,
  toPair,
  type ActionSet,
  type AdaptiveCard,
  type CardAction,
  type ColumnSet,
} from "./elements/adaptive-card";
import {
  mapActions,
  toButtonRow,
  toJoinRow,
  toOpenableLink,
  type CardButton,
} from "./elements/card-button";
import { readInstant } from "./elements/format-time";
import { MAX_SHORT_NAME, formatNames, toRoomName, toSubject } from "./elements/names";
import { toNotice, type Notice } from "./elements/notice-card";
import { SMALL_PRINT, toColumnLine, toHeading, toTextLine } from "./elements/text-line";
import type { MeetingTime } from "./meeting/meeting-card-data";
import { toTimeLines } from "./meeting/time-lines";

/** With titles such as "Only tomorrow, Dec 1". */
const MAX_IN_ROW = 2;
const SEPARATED = { separator: true } as const;

/** A meeting, and the changes that someone asked for. */
export interface ChangeCardData {
  /** Absent for a request to meet. */
  words?: { title: string; text: string };
  joinWebUrl: string;
  now: { subject?: string | undefined; time?: MeetingTime; people?: readonly string[] };
  /** Only what was asked for. */
  asked: {
    subject?: string;
    time?: MeetingTime;
    /** Names or addresses of people to add. */
    people?: readonly string[];
  };
  notice?: Notice | undefined;
  /** The card leaves out the current year. */
  today: Date;
  /** The buttons that make the changes. */
  updates: readonly ChangeButton[];
  /** For Keep. */
  meetingToken: string;
  /** What Keep closes: a question that is a message, or one that a person sees in place of the meeting's card. */
  closes?: "message" | "view";
  /** The request as a separate meeting, in a new room. */
  separate?: { room: string; requestToken: string } | undefined;
}

export interface ChangeButton {
  /** Absent if there's only one. */
  title?: string | undefined;
  requestToken: string;
}

/** Shows current and requested values next to each other, and asks whether to update the meeting. */
export function toChangeCard(data: ChangeCardData, viewer: Viewer): AdaptiveCard {
  // Each token holds all people that were named, and each button's form for older clients repeats it.
  const all = toCardOf(data, viewer);
  if (toBytes(all) <= MAX_CARD_BYTES) return all;
  const card = data.separate ? toCardOf({ ...data, separate: undefined }, viewer) : all;
  return toBytes(card) <= MAX_CARD_BYTES ? card : mapActions(card, withoutFallbacks);
}

function withoutFallbacks(actions: readonly CardAction[]): CardAction[] {
  return actions.map((action) =>
    action.type === "Action.Execute" ? { ...action, fallback: undefined } : action,
  );
}

function toCardOf(data: ChangeCardData, viewer: Viewer): AdaptiveCard {
  const messages = messagesFor(viewer.locale);
  const words = messages.changeCard;
  const joinUrl = toOpenableLink(data.joinWebUrl);
  const subject = toSubject(data.now.subject ?? "", messages, MAX_SHORT_NAME);
  const { separate } = data;
  const { title, text } = data.words ?? {
    title: words.title,
    text: separate ? words.separate.text({ subject }) : words.text({ subject }),
  };
  const room = toRoomName(separate && { kind: "named", name: separate.room });
  return toCard(
    [
      ...(data.notice ? [toNotice(data.notice)] : []),
      toHeading(title),
      toTextLine(text, {}, "Small"),
      toPair(
        [toColumnLine(words.now, SMALL_PRINT)],
        [toColumnLine(words.asked, SMALL_PRINT)],
        SEPARATED,
      ),
      ...toDifferences(data, viewer, messages),
      ...(room ? [toTextLine(words.separate.room({ name: room }), SMALL_PRINT, "Medium")] : []),
      ...toButtonRows(data, joinUrl, messages),
    ],
    [title, text],
    joinUrl,
  );
}

/** On a phone, a long title needs a row to itself. */
function toButtonRows(
  { separate, updates, meetingToken, closes }: ChangeCardData,
  joinUrl: string | undefined,
  messages: Messages,
): ActionSet[] {
  const { update, keep, separate: words } = messages.changeCard;
  const toUpdates = (look: Pick<CardButton, "style">): CardButton[] =>
    updates.map(({ title = update, requestToken }, index) => ({
      title,
      verb: "update",
      data: { offer: requestToken },
      ...(index === 0 && look),
    }));
  const verb = closes === "view" ? "refresh" : "keep";
  const keeping: CardButton = { title: keep, verb, data: { ref: meetingToken } };
  const toRows = (look: Pick<CardButton, "style">, spacing: "Small" | "Medium") => {
    const buttons = [...toUpdates(look), keeping];
    const rest = buttons.slice(MAX_IN_ROW);
    return [
      toButtonRow(buttons.slice(0, MAX_IN_ROW), spacing),
      ...(rest.length > 0 ? [toButtonRow(rest, "Small")] : []),
    ];
  };
  const join = joinUrl ? [toJoinRow(joinUrl, messages)] : [];
  if (!separate) return [...join, ...toRows({ style: "positive" }, joinUrl ? "Small" : "Medium")];
  const data = { offer: separate.requestToken };
  return [
    toButtonRow([{ title: words.create, verb: "meet", data, style: "positive" }]),
    ...toRows({}, "Small"),
    ...join,
  ];
}

function toDifferences(
  { now, asked, today }: ChangeCardData,
  viewer: Viewer,
  messages: Messages,
): ColumnSet[] {
  const { nobody, add } = messages.changeCard;
  const { subject = "", time = { kind: "standing" }, people = [] } = now;
  const rows: ColumnSet[] = [];
  if (asked.subject !== undefined && toOneLine(asked.subject) !== toOneLine(subject)) {
    const toName = (name: string) => [toColumnLine(toSubject(name, messages))];
    rows.push(toPair(toName(subject), toName(asked.subject), SEPARATED));
  }
  if (asked.time && !isSameTime(time, asked.time)) {
    const toTime = (value: MeetingTime) => toTimeLines(value, viewer, messages, today);
    rows.push(toPair(toTime(time), toTime(asked.time), SEPARATED));
  }
  if (asked.people && asked.people.length > 0) {
    const invited = formatNames(people, viewer, messages) || nobody;
    const added = add({ people: formatNames(asked.people, viewer, messages) });
    rows.push(toPair([toColumnLine(invited)], [toColumnLine(added)], SEPARATED));
  }
  return rows;
}

function isSameTime(now: MeetingTime, asked: MeetingTime): boolean {
  const isSame = (name: "startsAt" | "endsAt") =>
    readInstant(now[name] ?? "")?.getTime() === readInstant(asked[name] ?? "")?.getTime();
  return (
    now.kind === "scheduled" && asked.kind === "scheduled" && isSame("startsAt") && isSame("endsAt")
  );
}
