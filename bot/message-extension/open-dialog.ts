import { AppError } from "../../src/errors";
import { MAX_PEOPLE } from "../../src/request/parse-request";
import type { BotServices } from "../bot-services";
import { toMeetingKey, toUser, type Turn } from "../turn/turn";
import { findDialogMeeting, findMeetingAbout, type DialogMeeting } from "./dialog-meeting";
import type { ExtensionHandler, ExtensionReply } from "./extension-handler";
import { toMeetDialog } from "./meet-dialog";
import { readMessage, type MessageContent } from "./read-message";

/** “Meet” in the compose box, and “Meet about this” in the menu of a message. */
export const openDialog: ExtensionHandler = {
  async run(turn, value, { services }) {
    const { signIn } = services;
    const message = readMessage(value);
    const meeting = await findOpened(turn, message, services);
    // Creating a meeting needs a sign-in: ask before people fill in the dialog.
    if (!meeting.record && signIn && !signIn.users.isSignedIn(toUser(turn))) {
      throw new AppError("sign_in_needed");
    }
    return toOpenedDialog(turn, meeting, message, services);
  },
};

export async function openMeetDialog(
  turn: Turn,
  value: unknown,
  services: BotServices,
): Promise<ExtensionReply> {
  const message = readMessage(value);
  return toOpenedDialog(turn, await findOpened(turn, message, services), message, services);
}

function findOpened(
  turn: Turn,
  message: MessageContent | undefined,
  services: BotServices,
): Promise<DialogMeeting> {
  return message
    ? findMeetingAbout(turn, message, services)
    : findDialogMeeting(turn, toMeetingKey(turn), services);
}

/** The dialog has the meeting's values. A new meeting gets its name and people from the message. */
function toOpenedDialog(
  turn: Turn,
  meeting: DialogMeeting,
  message: MessageContent | undefined,
  services: BotServices,
): ExtensionReply {
  const { topic = "", people = [] } = meeting.record ? {} : (message ?? {});
  const invited = people.filter(({ aadId }) => aadId !== turn.caller.aadId).slice(0, MAX_PEOPLE);
  const form = {
    ...meeting.shown,
    ...(topic && { topic }),
    people: invited.map(({ aadId }) => aadId).join(","),
  };
  const names = new Map(invited.map(({ aadId, name }) => [aadId, name]));
  return toMeetDialog(turn, { ...meeting, form, names }, services);
}
