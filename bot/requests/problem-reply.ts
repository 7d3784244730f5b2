import type { MeetingRequest, RequestText } from "../../src/request/meeting-request";
import type { RefusedRequest, RequestContext } from "../../src/request/parse-request";
import { USUAL_LENGTH } from "../../src/request/meet-form";
import { toPickedTime, type PickedTime } from "../../src/request/picked-time";
import { draftTime, listReadings } from "../../src/request/readings";
import type { RequestProblem } from "../../src/request/request-problem";
import type { CardButton } from "../cards/elements/card-button";
import { formatRequest } from "../cards/elements/format-request";
import { LENGTHS, toLengthChoices } from "../cards/form-fields";
import { toProblemCard, type ProblemField } from "../cards/problem-card";
import { messagesFor, type Messages } from "../locales/messages";
import type { CardReply } from "../reply";
import { toMeetingKey, type Turn } from "../turn/turn";
import { explainRequestProblem, type Explanation } from "./explain-request-problem";
import {
  findKey,
  toData,
  toMinutes,
  toReadingButton,
  toSetButton,
  toWithName,
  toWithoutTime,
  type ProblemServices,
  type Resumable,
  type Unsolved,
} from "./problem-buttons";

const MINUTE_MS = 60_000;
type Reason = RequestProblem["reason"];
const LENGTH_PROBLEMS: ReadonlySet<Reason> = new Set(["no-length", "too-long", "two-lengths"]);
/** Solved by choosing a reading, without a field. The last two come from dialogs, which have their own fields. */
const CHOSEN: ReadonlySet<Reason> = new Set([
  "two-rooms",
  "room-and-here",
  "room-too-long",
  "too-many-people",
  "room-unreadable",
  "no-address",
]);

/** Asks for what's wrong with a typed request. Whatever was understood stays in the buttons. */
export function toProblemReply(
  turn: Turn,
  command: Resumable,
  text: RequestText,
  refused: RefusedRequest,
  context: RequestContext,
  services: ProblemServices,
): CardReply {
  const { problem, partial } = refused;
  const key = findKey(turn, partial) ?? toMeetingKey(turn);
  const readings = listReadings(text, refused, context);
  const draft = draftTime(text, refused, context);
  return askAgain(turn, { command, key, request: partial }, { problem, draft, readings }, services);
}

/** The problem of a request, and what could solve it. */
interface Remedies {
  problem: RequestProblem;
  draft: PickedTime;
  readings?: readonly MeetingRequest[];
  /** The problem is what someone entered on the card. */
  isAboutEntry?: boolean;
}

function askAgain(
  turn: Turn,
  unsolved: Unsolved,
  { problem, draft, readings = [], isAboutEntry }: Remedies,
  services: ProblemServices,
): CardReply {
  const { viewer } = turn;
  const messages = messagesFor(viewer.locale);
  const explanation = explainRequestProblem(problem, viewer, services.now());
  const choices = readings.flatMap((reading) =>
    toReadingButton(turn, unsolved, reading, problem, services),
  );
  const isOneOfReadings = choices.length > 1 && problem.reason !== "no-clock-time";
  const field = isOneOfReadings ? undefined : toField(problem, draft, viewer, messages);
  const set = field && toSetButton(field, unsolved, draft, messages, services);
  const isNamed = problem.reason === "time-in-name";
  const isTimeMissing = field?.kind === "time" && unsolved.command === "meet" && !isNamed;
  const buttons = [
    ...choices.map((choice, index) => (index === 0 ? { ...choice, ...PRIMARY } : choice)),
    ...(set ? [choices.length === 0 ? { ...set, ...PRIMARY } : set] : []),
    ...(isTimeMissing ? [toWithoutTime(unsolved, messages, services)] : []),
    ...(isNamed ? [toWithName(unsolved, problem.name, messages, services)] : []),
  ];
  // The room isn't understood before one is chosen, and neither is the time.
  const kept = CHOSEN.has(problem.reason)
    ? { ...unsolved.request, room: "" }
    : { ...(readings[0] ?? unsolved.request), time: unsolved.request.time };
  return toAsked(turn, kept, { ...explanation, field, isAboutEntry, buttons }, services);
}

const PRIMARY = { style: "positive" } as const;

function toAsked(
  { viewer }: Turn,
  request: MeetingRequest,
  data: Explanation & {
    field?: ProblemField | undefined;
    isAboutEntry?: boolean | undefined;
    buttons: readonly CardButton[];
  },
  services: ProblemServices,
): CardReply {
  const kept = formatRequest(request, services.now(), viewer);
  const card = toProblemCard({ ...data, kept, now: services.now() }, viewer);
  return { kind: "card", card, summary: data.title };
}

/** A field for what's missing. Some problems are solved by choosing a reading only. */
function toField(
  { reason }: RequestProblem,
  { day, time }: PickedTime,
  viewer: Turn["viewer"],
  messages: Messages,
): ProblemField | undefined {
  if (CHOSEN.has(reason)) return undefined;
  if (!LENGTH_PROBLEMS.has(reason)) return { kind: "time", day, time };
  const choices = toLengthChoices(LENGTHS, viewer, messages);
  return { kind: "minutes", choices, value: String(USUAL_LENGTH) };
}

/** The length that a request keeps while its start is asked for. */
export function keepLength({ time, ...request }: MeetingRequest): MeetingRequest {
  const minutes = toMinutes(time);
  return minutes === undefined ? request : { ...request, time: { kind: "length", minutes } };
}

/** Asks again for what someone entered on a card. */
export function askForTimeAgain(
  turn: Turn,
  unsolved: Unsolved,
  problem: RequestProblem,
  draft: PickedTime,
  services: ProblemServices,
): CardReply {
  return askAgain(turn, unsolved, { problem, draft, isAboutEntry: true }, services);
}

/** Asks for another time if the one on a card has passed by now. */
export function askIfPast(
  turn: Turn,
  { request, ...unsolved }: Unsolved,
  services: ProblemServices,
): CardReply | undefined {
  const { time } = request;
  if (!time || time.kind === "length" || !isPast(request, services.now())) return undefined;
  const draft = toPickedTime(time.startsAt, turn.viewer.timeZone);
  return askAgain(
    turn,
    { ...unsolved, request: keepLength(request) },
    { problem: { reason: "past", at: time.startsAt }, draft: { ...draft, day: "" } },
    services,
  );
}

/** Whether the time of a request is over. */
export function isPast({ time }: MeetingRequest, now: Date): boolean {
  if (!time || time.kind === "length") return false;
  const endsAt = time.kind === "span" ? time.endsAt : time.startsAt;
  return !(Date.parse(endsAt) > now.getTime() - MINUTE_MS);
}

/** Asks for the new time or name of a meeting. */
export function askForValue(
  turn: Turn,
  unsolved: Unsolved,
  subject: string,
  field: Exclude<ProblemField, { kind: "minutes" }>,
  services: ProblemServices,
): CardReply {
  const { move, rename } = messagesFor(turn.viewer.locale);
  const { title, text } = field.kind === "time" ? move : rename;
  return askFor(turn, unsolved, { title: title({ subject }), text, field }, services);
}

/** Asks for the time of a new meeting, which can also do without one. */
export function askWhen(turn: Turn, unsolved: Unsolved, services: ProblemServices): CardReply {
  const messages = messagesFor(turn.viewer.locale);
  const { title } = messages.problems["stray-day"];
  const { text } = messages.move;
  const field = { kind: "time", day: "", time: "" } as const;
  const more = [toWithoutTime(unsolved, messages, services)];
  return askFor(turn, unsolved, { title, text, field, more }, services);
}

function askFor(
  turn: Turn,
  unsolved: Unsolved,
  { field, more = [], ...words }: Explanation & { field: ProblemField; more?: CardButton[] },
  services: ProblemServices,
): CardReply {
  const draft = { day: "", time: "", until: "" };
  const messages = messagesFor(turn.viewer.locale);
  const set = toSetButton(field, unsolved, draft, messages, services);
  const buttons = [{ ...set, ...PRIMARY }, ...more];
  return toAsked(turn, unsolved.request, { ...words, field, buttons }, services);
}

/** `here` outside a thread: offers the meeting of the channel or chat instead. */
export function toNoThreadReply(
  turn: Turn,
  command: Resumable,
  typed: MeetingRequest,
  services: ProblemServices,
): CardReply {
  const { thread } = messagesFor(turn.viewer.locale);
  const words = command === "meet" ? thread.meet : thread.use;
  const isChannel = turn.conversation.conversationType === "channel";
  const request = { ...typed, isHere: false };
  const data = toData({ command, key: toMeetingKey(turn, request.room), request }, services);
  const title = isChannel ? words.channel : words.chat;
  const buttons = [{ title, verb: "proceed", data, ...PRIMARY }];
  const text = isChannel ? thread.none : thread.noneInChat;
  return toAsked(turn, request, { title: thread.title, text, buttons }, services);
}
