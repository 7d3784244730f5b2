import { toOneLine } from "../../src/request/one-line";
import type { Messages } from "../locales/messages";
import type { Viewer } from "../turn/viewer";
import type {
  AdaptiveCard,
  Column,
  ColumnSet,
  RichTextBlock,
  TextLook,
} from "./elements/adaptive-card";
import { toButtonRow } from "./elements/card-button";
import { toCard } from "./elements/card-frame";
import { toJoinRow, toOpenableLink } from "./meeting/join-button";
import type { ScheduledTime, StandingTime } from "./meeting/meeting-card-data";
import { toSubject, toWhen } from "./meeting/meeting-lines";
import { toNames } from "./elements/names";
import { toNotice, type Notice } from "./elements/notice-card";
import { toPlainText } from "./elements/plain-text";
import { readInstant } from "./elements/viewer-clock";
import { toColumnLine, toHeading, toTextLine } from "./elements/text-line";

/** The whole name stands below, where it shall change. */
const MAX_NAME = 80;
const HEADER: TextLook = { isSubtle: true, size: "Small" };

/** A meeting that exists, and what somebody asked for instead. */
export interface ChangeCardData {
  joinWebUrl: string;
  now: {
    subject?: string;
    time?: StandingTime | ScheduledTime;
    /** Names or addresses of all who are invited. */
    people?: readonly string[];
  };
  /** Only what was asked for. */
  asked: {
    subject?: string;
    time?: ScheduledTime;
    /** Who is to be added. */
    people?: readonly string[];
  };
  /** What else happened, told above everything. */
  notice?: Notice;
  /** Comes back with Update: what it shall do. */
  requestToken: string;
  /** Comes back with Keep. */
  meetingToken: string;
}

/** Both, side by side, and the question which of them it shall be. */
export function toChangeCard(
  data: ChangeCardData,
  viewer: Viewer,
  messages: Messages,
): AdaptiveCard {
  const words = messages.changeCard;
  const joinUrl = toOpenableLink(data.joinWebUrl);
  const update = { offer: data.requestToken };
  const keep = { ref: data.meetingToken };
  const text = words.text({
    subject: toPlainText(data.now.subject ?? "", MAX_NAME) || messages.card.untitled,
  });
  return toCard(
    [
      ...(data.notice ? [toNotice(data.notice)] : []),
      toHeading(words.title),
      toTextLine(text, {}, "Small"),
      toPair([toColumnLine(words.now, HEADER)], [toColumnLine(words.asked, HEADER)]),
      ...toDifferences(data, viewer, messages),
      ...(joinUrl ? [toJoinRow(joinUrl, messages)] : []),
      toButtonRow(
        [
          { title: words.update, verb: "update", data: update, style: "positive" },
          { title: words.keep, verb: "keep", data: keep },
        ],
        joinUrl ? "Small" : "Medium",
      ),
    ],
    [words.title, text],
    joinUrl,
  );
}

function toDifferences(
  { now, asked }: ChangeCardData,
  viewer: Viewer,
  messages: Messages,
): ColumnSet[] {
  const time = now.time ?? { kind: "standing" };
  return [
    ...(asked.subject !== undefined && !isSameText(asked.subject, now.subject)
      ? [toPair(toName(now.subject, messages), toName(asked.subject, messages))]
      : []),
    ...(asked.time && !isSameTime(time, asked.time)
      ? [toPair(toWhen({ time }, viewer, messages), toWhen({ time: asked.time }, viewer, messages))]
      : []),
    ...(asked.people && asked.people.length > 0
      ? [toPeople(now.people ?? [], asked.people, viewer, messages)]
      : []),
  ];
}

function toName(subject = "", messages: Messages): RichTextBlock[] {
  return [toColumnLine(toSubject(subject, messages))];
}

function toPeople(
  now: readonly string[],
  asked: readonly string[],
  viewer: Viewer,
  messages: Messages,
): ColumnSet {
  const { nobody, add } = messages.changeCard;
  const invited = toNames(now, viewer, messages) || nobody;
  const people = toNames(asked, viewer, messages);
  return toPair([toColumnLine(invited)], [toColumnLine(add({ people }))]);
}

function isSameText(one: string, other = ""): boolean {
  return toOneLine(one) === toOneLine(other);
}

function isSameTime(one: StandingTime | ScheduledTime, other: ScheduledTime): boolean {
  const isSame = (name: "startsAt" | "endsAt") =>
    readInstant(one[name] ?? "")?.getTime() === readInstant(other[name])?.getTime();
  return one.kind === "scheduled" && isSame("startsAt") && isSame("endsAt");
}

function toPair(now: RichTextBlock[], asked: RichTextBlock[]): ColumnSet {
  const columns = [now, asked].map((items): Column => ({
    type: "Column",
    width: "stretch",
    items,
  }));
  return { type: "ColumnSet", spacing: "Default", separator: true, columns };
}
