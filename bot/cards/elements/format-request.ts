import type {
  MeetingRequest,
  RequestedPerson,
  RequestedTime,
} from "../../../src/request/meeting-request";
import { MAX_SUBJECT_CHARACTERS } from "../../../src/request/subject";
import { messagesFor, type Messages } from "../../locales/messages";
import type { Viewer } from "../../turn/viewer";
import { formatRule } from "./format-recurrence";
import { formatTimeWithZone } from "./format-time";
import { toNameList, toNameWithRole, toRoomName, toTextLocale } from "./names";
import { formatRecurringTime } from "./recurring-time";
import { toPlainText } from "./text-line";

/**
 * "Sprint review · Tue, Nov 24 · 3:00–3:45 PM EST · Ana, Bo"; empty if nothing was asked for.
 *
 * @param toTime Writes a time with a start.
 */
export function formatRequest(
  { topic = "", time, recurrence, people = [], room = "", isHere = false }: Partial<MeetingRequest>,
  now: Date,
  viewer: Viewer,
  toTime = formatTimeWithZone,
): string {
  const messages = messagesFor(viewer.locale);
  const { echo, roomsCard } = messages;
  const name = toRoomName({ kind: "named", name: room });
  const names = people.map((person) => formatPerson(person, messages));
  return [
    toPlainText(topic, MAX_SUBJECT_CHARACTERS),
    ...formatWhen({ time, recurrence }, now, viewer, messages, toTime),
    toNameList(names, messages),
    name && roomsCard.named({ name }),
    isHere && echo.here,
  ]
    .filter(Boolean)
    .join(" · ");
}

function formatWhen(
  { time, recurrence }: Pick<MeetingRequest, "time" | "recurrence">,
  now: Date,
  viewer: Viewer,
  messages: Messages,
  toTime: typeof formatTimeWithZone,
): (string | undefined)[] {
  if (recurrence && time && time.kind !== "length") {
    const first = {
      startsAt: time.startsAt,
      endsAt: time.kind === "span" ? time.endsAt : undefined,
    };
    return [
      formatRecurringTime(
        { kind: "recurring", recurrence, byRule: first, ...first },
        viewer,
        messages,
        now,
      ),
    ];
  }
  return [
    recurrence && formatRule(recurrence, viewer, messages),
    time && formatTime(time, now, viewer, messages, toTime),
  ];
}

/** "Ana (presenter)". */
export function formatPerson(person: RequestedPerson, messages: Messages): string {
  const name = person.kind === "mention" ? person.name : person.upn;
  return toNameWithRole(name, person.role, messages);
}

function formatTime(
  time: RequestedTime,
  now: Date,
  viewer: Viewer,
  messages: Messages,
  toTime: typeof formatTimeWithZone,
): string | undefined {
  if (time.kind === "length") {
    const length = formatLength(time.minutes, toTextLocale(viewer, messages));
    return messages.echo.nowFor({ length });
  }
  return toTime(time, viewer, messages, now);
}

/** "45 minutes", or "2 hours" for whole hours. */
export function formatLength(minutes: number, locale: string): string {
  const isWholeHours = minutes > 0 && minutes % 60 === 0;
  const format = new Intl.NumberFormat(locale, {
    style: "unit",
    unit: isWholeHours ? "hour" : "minute",
    unitDisplay: "long",
  });
  return format.format(isWholeHours ? minutes / 60 : minutes).replace(/\s/gu, " ");
}
