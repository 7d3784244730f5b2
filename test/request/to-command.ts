import { Temporal } from "@js-temporal/polyfill";
import { DEFAULT_ROOM } from "../../src/request/room-name";
import type {
  MeetingRequest,
  RequestText,
  RequestedRole,
  RequestedTime,
} from "../../src/request/meeting-request";
import { parseRequest, type RequestContext } from "../../src/request/parse-request";
import { readWallClock, resolveWallTime, toWallText } from "../../src/request/time/wall-time";

const ROLES: Readonly<Record<RequestedRole, string>> = {
  presenter: " as presenter",
  coorganizer: " as co-organizer",
};

/**
 * Writes a request as text. Parsing the text in the same context gives the same request, except for `wasTopicCut`. The
 * subject is quoted if it would be parsed as something else.
 */
export function toCommand(request: MeetingRequest, context: RequestContext): RequestText {
  const quoted = toText(request, context, toQuoted(request.topic));
  const bare = toText(request, context, request.topic);
  const read = parseRequest(bare, context);
  if (!read.ok) return quoted;
  // Quotes preserve the whole subject, so equal texts mean equal requests.
  const readAgain = toText(read.request, context, toQuoted(read.request.topic));
  return JSON.stringify(readAgain) === JSON.stringify(quoted) ? bare : quoted;
}

function toText(
  { topic, time, people, room, isHere }: MeetingRequest,
  context: RequestContext,
  typedTopic: string,
): RequestText {
  const words = [
    room === DEFAULT_ROOM ? "" : `#${room}`,
    isHere ? "here" : "",
    topic && typedTopic,
    time ? toTimeText(time, context) : "",
    people.length > 0 ? "with " : "",
  ].filter((word) => word !== "");
  const parts = people.flatMap((person, index): RequestText => {
    const role = person.role ? ROLES[person.role] : "";
    const separator = index < people.length - 1 ? ", " : "";
    if (person.kind === "address") return [`${person.upn}${role}${separator}`];
    const { mentionId, name, aadId } = person;
    return [{ mentionId, name, ...(aadId !== undefined && { aadId }) }, `${role}${separator}`];
  });
  return [words.join(" "), ...parts].filter((part) => part !== "");
}

function toTimeText(time: RequestedTime, context: RequestContext): string {
  if (time.kind === "length") return `for ${time.minutes} min`;
  const start = toStartText(Temporal.Instant.from(time.startsAt), context);
  if (time.kind === "start") return start;
  const minutes = (Date.parse(time.endsAt) - Date.parse(time.startsAt)) / 60_000;
  return `${start} for ${minutes} min`;
}

/** In the sender's local time, with an offset if that time exists twice. */
function toStartText(start: Temporal.Instant, context: RequestContext): string {
  const { zone } = readWallClock(context.now, context.timeZone);
  const wall = start.toZonedDateTimeISO(zone).toPlainDateTime();
  const text = toWallText(wall);
  if (resolveWallTime(wall, zone).ok) return text.replace("T", " ");
  return start.toString({ timeZone: zone, smallestUnit: "minute" });
}

/** Doubles the quotation marks inside, as `parseRequest` expects. */
function toQuoted(text: string): string {
  return `"${text.replace(/["＂]/g, "$&$&")}"`;
}
