import * as z from "zod";
import type { MeetingOffer } from "../../src/meetings/tokens/request-token";
import { startAt } from "../../src/request/recurrence";
import type { MeetingRequest, RequestedTime } from "../../src/request/meeting-request";
import { readMinutes } from "../../src/request/meet-form";
import { parsePickedTime, type PickedTime } from "../../src/request/picked-time";
import type { RequestProblem } from "../../src/request/request-problem";
import { readSubject } from "../../src/request/subject";
import type { BotServices } from "../bot-services";
import { cancelCommand } from "../commands/cancel";
import type { CommandRequest, Resume } from "../commands/command";
import { meetCommand } from "../commands/meet";
import { moveCommand } from "../commands/move";
import { newCommand } from "../commands/new";
import { optionsCommand } from "../commands/options";
import { renameCommand } from "../commands/rename";
import { rejectConfirmation } from "../replies/confirmation";
import type { Reply } from "../reply";
import { RESUMABLE, type Resumable } from "../requests/problem-buttons";
import { askForTimeAgain, askIfPast, keepLength } from "../requests/problem-reply";
import { toContext } from "../requests/requested-meeting";
import type { Turn } from "../turn/turn";
import { readOffer, rejectButton, type CardAction } from "./card-action";
import { updateMeeting } from "./update";

const RESUME: Readonly<Record<Resumable, Resume>> = {
  meet: meetCommand.resume,
  new: newCommand.resume,
  move: moveCommand.resume,
  rename: renameCommand.resume,
  cancel: cancelCommand.resume,
  options: optionsCommand.resume,
  update: updateMeeting,
};

const MAX_FIELD = 1000;
const field = z
  .string()
  .catch("")
  .transform((entered) => entered.trim().slice(0, MAX_FIELD));
const NOTHING = { command: "meet", day: "", time: "", until: "", minutes: "", name: "" } as const;
const formSchema = z
  .object({
    command: z.enum(RESUMABLE).catch("meet"),
    day: field,
    time: field,
    until: field,
    minutes: field,
    name: field,
  })
  .catch(NOTHING);
type Form = z.infer<typeof formSchema>;

/** Runs a command with the request that a card completes. */
function toCompleting(
  verb: string,
  complete: (
    turn: Turn,
    offer: MeetingOffer,
    form: Form,
    services: BotServices,
  ) => Promise<Reply> | Reply,
): CardAction {
  return {
    verb,
    isForEveryone: true,
    run(turn, data, services) {
      const offer = readOffer(turn, data, services);
      if (offer?.does !== "meet") return rejectButton(turn);
      const refusal = offer.restriction && rejectConfirmation(turn, offer, services);
      return refusal ?? complete(turn, offer, formSchema.parse(data), services);
    },
  };
}

/** Runs a command with a request that needs nothing more. */
const proceedAction = toCompleting(
  "proceed",
  (turn, { reference, request }, { command }, services) =>
    resume(turn, command, { key: reference.key, request }, services),
);

/** Sets the start or the length that a request lacks. */
const setTimeAction = toCompleting("set-time", (turn, { reference, request }, form, services) => {
  const { key } = reference;
  const { command, day, time, until, minutes } = form;
  const picked: PickedTime = { day, time, until };
  const ask = (problem: RequestProblem) =>
    askForTimeAgain(turn, { command, key, request }, problem, picked, services);
  if (minutes) {
    const read = readMinutes(minutes);
    if (!read.ok) return ask(read.problem);
    return resume(turn, command, { key, request: withLength(request, read.minutes) }, services);
  }
  const known = keepLength(request).time;
  const length = known?.kind === "length" ? known.minutes : undefined;
  const parsed = parsePickedTime(picked, length, toContext(turn, services));
  if (!parsed.ok) return ask(parsed.problem);
  return resume(turn, command, { key, request: withTime(request, parsed.time) }, services);
});

/** Gives the meeting the name that was entered. Without one, asks again. */
const setNameAction = toCompleting(
  "set-name",
  (turn, { reference, request }, { name }, services) => {
    const named = { ...request, ...readSubject(name) };
    return resume(turn, "rename", { key: reference.key, request: named }, services);
  },
);

export const problemActions: readonly CardAction[] = [proceedAction, setTimeAction, setNameAction];

/** On another day than its own, the series isn't what the person wants. */
function withTime(request: MeetingRequest, time: RequestedTime): MeetingRequest {
  const { recurrence, ...once } = request;
  const again =
    recurrence && time.kind !== "length" ? startAt(recurrence, time.startsAt) : undefined;
  return { ...once, time, ...(again && { recurrence: again }) };
}

function withLength(
  request: CommandRequest["request"],
  minutes: number,
): CommandRequest["request"] {
  const { time } = request;
  if (!time || time.kind === "length") return { ...request, time: { kind: "length", minutes } };
  const { startsAt } = time;
  const endsAt = new Date(Date.parse(startsAt) + minutes * 60_000).toISOString();
  return { ...request, time: { kind: "span", startsAt, endsAt } };
}

function resume(
  turn: Turn,
  command: Resumable,
  requested: CommandRequest,
  services: BotServices,
): Promise<Reply> | Reply {
  const past = askIfPast(turn, { command, ...requested }, services);
  return past ?? RESUME[command](turn, requested, services);
}
