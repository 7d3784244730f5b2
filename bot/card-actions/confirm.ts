import * as z from "zod";
import { toTimePlan } from "../../src/meetings/meeting-plan";
import { isExpired, type MeetingOffer } from "../../src/meetings/tokens/request-token";
import type { BotServices } from "../bot-services";
import { askToCancel } from "../commands/cancel";
import { askForNew } from "../commands/new";
import { rejectConfirmation } from "../replies/confirmation";
import { findLive, findLiveByReference, toNoMeetingReply } from "../replies/live-meeting";
import { toCancelledReply, toMeetingReply } from "../replies/meeting-reply";
import {
  describeLinkChange,
  describeMissingPeople,
  describeUnknownZone,
  withCardUpdate,
} from "../replies/notices";
import { toRequestView, toUnderstood } from "../replies/request-view";
import type { Reply } from "../reply";
import { lookUpPeople, toInvited } from "../requests/look-up-people";
import { authorizeAsOrganizer, authorizeManagement } from "../requests/permission";
import { askIfPast } from "../requests/problem-reply";
import { toChannel, type Turn } from "../turn/turn";
import { readOffer, rejectButton, type CardAction } from "./card-action";

/** Runs an action that can't be undone, once the person who asked for it confirms. */
export const confirmAction: CardAction = {
  verb: "confirm",
  isForEveryone: true,
  async run(turn, data, services) {
    const offer = readOffer(turn, data, services);
    if (offer?.does !== "new" && offer?.does !== "cancel") return rejectButton(turn);
    const { reference, request } = offer;
    const again = await askAgain(turn, offer, data, services);
    if (again) return again;
    const refusal =
      rejectConfirmation(turn, offer, services) ??
      askIfPast(turn, { command: "new", key: reference.key, request }, services);
    if (refusal) return refusal;
    const found = await findLive(turn, reference.key, services);
    if (!found.ok) return found.reply;
    const isCancel = offer.does === "cancel";
    const authorize = isCancel ? authorizeAsOrganizer : authorizeManagement;
    const denial = await authorize(turn, found.record, services);
    return denial ?? (isCancel ? cancel : replace)(turn, offer, services);
  },
};

const backSchema = z.object({ back: z.literal("keep") });

/**
 * Asks again if the person who asked confirms too late. Only if the question is its own message: the answer replaces
 * the card for everyone.
 */
async function askAgain(
  turn: Turn,
  { does, reference, request, restriction }: MeetingOffer,
  data: unknown,
  services: BotServices,
): Promise<Reply | undefined> {
  if (!restriction || !isExpired(restriction, services.now())) return undefined;
  if (restriction.requestedBy.aadId !== turn.caller.aadId) return undefined;
  if (!backSchema.safeParse(data).success) return undefined;
  const found = await findLiveByReference(turn, reference, services);
  if (!found.ok) return found.reply;
  const past = askIfPast(turn, { command: "new", key: reference.key, request }, services);
  const ask = does === "new" ? askForNew : askToCancel;
  return past ?? ask(turn, found.record, { request, back: "keep" }, services);
}

async function replace(
  turn: Turn,
  { reference, request }: MeetingOffer,
  services: BotServices,
): Promise<Reply> {
  const people = await lookUpPeople(turn, request.people, services);
  const { channelThreadId } = toChannel(turn);
  const result = await services.meetings.reissueMeeting({
    reference,
    caller: turn.caller,
    ...(channelThreadId && { channelThreadId }),
    plan: {
      ...(request.topic && { subject: request.topic }),
      ...toTimePlan(request, services.now()),
      ...toInvited(people),
    },
  });
  if (!result.ok) return toNoMeetingReply(turn, reference.key, result, services);
  const newLink = describeLinkChange(result.linkChange, result.record, turn.caller);
  const view = toRequestView(turn, {
    sentences: [newLink, describeMissingPeople(people), describeUnknownZone(turn.viewer, request)],
    invited: people.known,
    understood: toUnderstood(request, turn, services),
    linkChange: result.linkChange,
  });
  const reply = toMeetingReply(result.record, view, services);
  return withCardUpdate(reply, newLink, services, result.linkChange);
}

async function cancel(
  turn: Turn,
  { reference }: MeetingOffer,
  services: BotServices,
): Promise<Reply> {
  const result = await services.meetings.cancelMeeting({ reference, caller: turn.caller });
  if (!result.ok) return toNoMeetingReply(turn, reference.key, result, services);
  const reply = toCancelledReply(result.record, toRequestView(turn), services);
  // The card itself says who cancelled, and when.
  return withCardUpdate(reply, () => undefined, services);
}
