import type { RequestedTime } from "../../src/request/meeting-request";
import { MAX_SUBJECT_CHARACTERS } from "../../src/request/subject";
import type { Messages } from "../locales/messages";
import type { Viewer } from "../turn/viewer";
import { formatShortTime, toZoneName } from "./elements/format-time";
import { toNameList, toRoomName, toTextLocale } from "./elements/names";
import { toPlainText } from "./elements/plain-text";

/** A request as the bot understood it. Absent values weren't asked for. */
export interface EchoData {
  topic?: string;
  time?: RequestedTime;
  /** Names or addresses. */
  people?: readonly string[];
  /** The room's name without "#". */
  room?: string;
  /** Asks for the thread's own meeting. */
  isHere?: boolean;
  now: Date;
}

/** "Sprint review · Tue 24 Nov, 15:00–15:45 Europe/Paris · Ana, Bo"; empty if nothing was asked for. */
export function toEcho(
  { topic = "", time, people = [], room = "", isHere = false, now }: EchoData,
  viewer: Viewer,
  messages: Messages,
): string {
  const { echo, roomsCard } = messages;
  const name = toRoomName({ kind: "named", name: room });
  return [
    toPlainText(topic, MAX_SUBJECT_CHARACTERS),
    time && toTimeText(time, viewer, now, messages),
    toNameList(people, messages),
    name && roomsCard.named({ name }),
    isHere && echo.here,
  ]
    .filter(Boolean)
    .join(" · ");
}

function toTimeText(
  time: RequestedTime,
  viewer: Viewer,
  now: Date,
  messages: Messages,
): string | undefined {
  if (time.kind === "length") {
    return messages.echo.nowFor({ length: toLength(time.minutes, viewer, messages) });
  }
  const text = formatShortTime(time, viewer, now);
  return text && messages.echo.time({ time: text, zone: toZoneName(viewer) });
}

/** "45 minutes", or "2 hours" for whole hours. */
function toLength(minutes: number, viewer: Viewer, messages: Messages): string {
  const isWholeHours = minutes > 0 && minutes % 60 === 0;
  const format = new Intl.NumberFormat(toTextLocale(viewer, messages), {
    style: "unit",
    unit: isWholeHours ? "hour" : "minute",
    unitDisplay: "long",
  });
  return format.format(isWholeHours ? minutes / 60 : minutes).replace(/\s/gu, " ");
}
