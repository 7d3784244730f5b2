import { AppError } from "../../src/errors";
import type { ExtensionHandler } from "./extension-handler";
import type { ExtensionReply } from "./extension-reply";
import { toMeetingKey, toUser, type Turn } from "../turn/turn";
import type { BotServices } from "../bot-services";
import { MAX_PEOPLE } from "../../src/request/parse-request";
import { findShown, toMeetDialog } from "./meet-dialog";
import { readMessage } from "./read-message";

/** “Meet” in the compose box, and “Meet about this” in a message's own menu. */
export const openDialog: ExtensionHandler = {
  async answer(turn, value, { services }) {
    // Creating a meeting needs a sign-in: ask before people fill in the dialog.
    if (services.signIn && !services.signIn.users.isSignedIn(toUser(turn))) {
      const found = await services.meetings.findMeeting(toMeetingKey(turn));
      if (!found.ok) throw new AppError("sign_in_needed");
    }
    return openMeetDialog(turn, value, services);
  },
};

/** The dialog, prefilled from the conversation's meeting, and from the message whose menu was used. */
export async function openMeetDialog(
  turn: Turn,
  value: unknown,
  services: BotServices,
): Promise<ExtensionReply> {
  const { shown, record } = await findShown(turn, services);
  const about = readMessage(value);
  const people = (about?.people ?? [])
    .filter(({ aadId }) => aadId !== turn.caller.aadId)
    .slice(0, MAX_PEOPLE);
  const form = {
    ...shown,
    ...(about?.topic && { topic: about.topic }),
    people: people.map(({ aadId }) => aadId).join(","),
  };
  const names = new Map(people.map(({ aadId, name }) => [aadId, name]));
  return toMeetDialog(turn, { form, shown, names, record }, services);
}
