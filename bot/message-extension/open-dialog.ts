import { AppError } from "../../src/errors";
import { MAX_PEOPLE } from "../../src/request/parse-request";
import type { BotServices } from "../bot-services";
import { toMeetingKey, toUser, type Turn } from "../turn/turn";
import { findDialogMeeting, findMeetingAbout, type DialogMeeting } from "./dialog-meeting";
import type { ExtensionHandler, ExtensionReply } from "./extension-handler";
import { toMeetDialog } from "./meet-dialog";
import { readMessage } from "./read-message";
import { readOccasion } from "./read-occasion";

/** “Meet” in the compose box, and “Meet about this” in the menu of a message. */
export const openDialog: ExtensionHandler = {
  async run(turn, value, { services }) {
    const { signIn } = services;
    const meeting = await findOpened(turn, value, services);
    // Creating a meeting needs a sign-in: ask before people fill in the dialog.
    if (!meeting.record && signIn && !signIn.users.isSignedIn(toUser(turn))) {
      throw new AppError("sign_in_needed");
    }
    return toOpenedDialog(turn, value, meeting, services);
  },
};

export async function openMeetDialog(
  turn: Turn,
  value: unknown,
  services: BotServices,
): Promise<ExtensionReply> {
  return toOpenedDialog(turn, value, await findOpened(turn, value, services), services);
}

function findOpened(turn: Turn, value: unknown, services: BotServices): Promise<DialogMeeting> {
  const message = readMessage(value);
  return message
    ? findMeetingAbout(turn, message, services)
    : findDialogMeeting(turn, toMeetingKey(turn), services);
}

/** The dialog has the meeting's values. A new meeting gets its name and people from the message. */
function toOpenedDialog(
  turn: Turn,
  value: unknown,
  meeting: DialogMeeting,
  services: BotServices,
): ExtensionReply {
  const message = meeting.record ? undefined : readMessage(value);
  const { topic = "", people = [] } = message ?? {};
  const invited = people.filter(({ aadId }) => aadId !== turn.caller.aadId).slice(0, MAX_PEOPLE);
  const form = {
    ...meeting.shown,
    ...(topic && { topic }),
    people: invited.map(({ aadId }) => aadId).join(","),
  };
  const names = new Map(invited.map(({ aadId, name }) => [aadId, name]));
  const { isFromCommandBox } = readOccasion(value);
  return toMeetDialog(turn, { ...meeting, form, names, isFromCommandBox }, services);
}
