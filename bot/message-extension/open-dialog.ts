import { AppError } from "../../src/errors";
import { MAX_PEOPLE } from "../../src/request/parse-request";
import type { BotServices } from "../bot-services";
import { toMeetingKey, toUser, type Turn } from "../turn/turn";
import type { ExtensionHandler, ExtensionReply } from "./extension-handler";
import { findInitialForm, toMeetDialog } from "./meet-dialog";
import { readMessage } from "./read-message";

/** “Meet” in the compose box, and “Meet about this” in the menu of a message. */
export const openDialog: ExtensionHandler = {
  async run(turn, value, { services }) {
    const { signIn, meetings } = services;
    // Creating a meeting needs a sign-in: ask before people fill in the dialog.
    if (signIn && !signIn.users.isSignedIn(toUser(turn))) {
      const found = await meetings.findMeeting(toMeetingKey(turn));
      if (!found.ok) throw new AppError("sign_in_needed");
    }
    return openMeetDialog(turn, value, services);
  },
};

/** Opens the dialog with the values of the conversation's meeting, and of the message whose menu was used. */
export async function openMeetDialog(
  turn: Turn,
  value: unknown,
  services: BotServices,
): Promise<ExtensionReply> {
  const { shown, record } = await findInitialForm(turn, services);
  const message = readMessage(value);
  const people = (message?.people ?? [])
    .filter(({ aadId }) => aadId !== turn.caller.aadId)
    .slice(0, MAX_PEOPLE);
  const form = {
    ...shown,
    ...(message?.topic && { topic: message.topic }),
    people: people.map(({ aadId }) => aadId).join(","),
  };
  const names = new Map(people.map(({ aadId, name }) => [aadId, name]));
  return toMeetDialog(turn, { form, shown, names, record }, services);
}
