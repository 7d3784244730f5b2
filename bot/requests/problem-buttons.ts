import { toThreadRoom, type MeetingKey } from "../../src/meetings/record/meeting-key";
import type { MeetingRequest, RequestedTime } from "../../src/request/meeting-request";
import { MAX_PEOPLE } from "../../src/request/parse-request";
import type { PickedTime } from "../../src/request/picked-time";
import type { RequestProblem } from "../../src/request/request-problem";
import type { BotServices } from "../bot-services";
import type { ButtonData } from "../cards/elements/adaptive-card";
import type { CardButton } from "../cards/elements/card-button";
import { formatRecurrence } from "../cards/elements/format-recurrence";
import { formatLength } from "../cards/elements/format-request";
import { formatShortTime } from "../cards/elements/format-time";
import { toTextLocale } from "../cards/elements/names";
import type { ProblemField } from "../cards/problem-card";
import { messagesFor, type Messages } from "../locales/messages";
import { toMeetingKey, type Turn } from "../turn/turn";

export type ProblemServices = Pick<BotServices, "now" | "tokens">;

/** What the buttons of a problem card complete: a command, or the update that a question offered. */
export const RESUMABLE = ["meet", "new", "move", "rename", "cancel", "options", "update"] as const;
export type Resumable = (typeof RESUMABLE)[number];

/** A request that lacks something, and the command it was for. */
export interface Unsolved {
  command: Resumable;
  key: MeetingKey;
  /** What was understood. */
  request: MeetingRequest;
}

const MINUTE_MS = 60_000;

/** `undefined` if the request is for the thread, and the message is in none. */
export function findKey(turn: Turn, { room, isHere }: MeetingRequest): MeetingKey | undefined {
  if (!isHere) return toMeetingKey(turn, room);
  const { rootMessageId } = turn.conversation;
  return rootMessageId === undefined ? undefined : toMeetingKey(turn, toThreadRoom(rootMessageId));
}

/** Completes the request with what was entered in the field. */
export function toSetButton(
  { kind }: ProblemField,
  unsolved: Unsolved,
  { until }: PickedTime,
  { solve, move, rename }: Messages,
  services: ProblemServices,
): CardButton {
  const data = { ...toData(unsolved, services), ...(until && { until }) };
  const isMove = unsolved.command === "move";
  switch (kind) {
    case "time":
      return { title: isMove ? move.button : solve.setTime, verb: "set-time", data };
    case "minutes":
      return { title: solve.setLength, verb: "set-time", data };
    case "name":
      return { title: rename.button, verb: "set-name", data };
  }
}

/** The request as it is. The command needs no protection: people can type any of them. */
export function toData(
  { command, key, request }: Unsolved,
  { tokens }: ProblemServices,
): ButtonData {
  const reference = { key, generation: 1 };
  return { offer: tokens.request.encode({ does: "meet", reference, request }), command };
}

export function toWithoutTime(
  unsolved: Unsolved,
  { solve }: Messages,
  services: ProblemServices,
): CardButton {
  const request = { ...unsolved.request, time: undefined, recurrence: undefined };
  const data = toData({ ...unsolved, request }, services);
  return { title: solve.withoutTime, verb: "proceed", data };
}

/** The request as it was read, with words of time in its name. */
export function toWithName(
  unsolved: Unsolved,
  name: string,
  { solve }: Messages,
  services: ProblemServices,
): CardButton {
  const request = { ...unsolved.request, topic: name };
  const data = toData({ ...unsolved, request }, services);
  return { title: solve.useName, verb: "proceed", data };
}

/** Completes the command with one of the requests that the sender may have meant. */
export function toReadingButton(
  turn: Turn,
  { command }: Unsolved,
  request: MeetingRequest,
  problem: RequestProblem,
  services: ProblemServices,
): CardButton[] {
  const key = findKey(turn, request);
  const title = nameReading(turn, request, problem, services);
  if (!key || !title) return [];
  return [{ title, verb: "proceed", data: toData({ command, key, request }, services) }];
}

function nameReading(
  { viewer }: Turn,
  { time, recurrence, room, isHere }: MeetingRequest,
  { reason }: RequestProblem,
  { now }: ProblemServices,
): string | undefined {
  const messages = messagesFor(viewer.locale);
  const { solve, roomsCard } = messages;
  if (reason === "too-many-people") return solve.firstPeople({ count: MAX_PEOPLE });
  if (reason === "room-too-long") return solve.room({ name: room });
  if (reason === "two-rooms" || reason === "room-and-here") {
    return isHere ? solve.thread : roomsCard.named({ name: room });
  }
  const minutes = toMinutes(time);
  if (reason === "two-lengths" && minutes !== undefined) {
    return formatLength(minutes, toTextLocale(viewer, messages));
  }
  if (!time || time.kind === "length") return undefined;
  const { startsAt } = time;
  return recurrence
    ? formatRecurrence(recurrence, { startsAt }, viewer, messages)
    : formatShortTime({ startsAt }, viewer, now());
}

export function toMinutes(time: RequestedTime | undefined): number | undefined {
  if (time?.kind === "length") return time.minutes;
  if (time?.kind !== "span") return undefined;
  return Math.round((Date.parse(time.endsAt) - Date.parse(time.startsAt)) / MINUTE_MS);
}
