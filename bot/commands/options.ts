import { isGone } from "../../src/errors";
import { toOptionsCard } from "../cards/options-card";
import { messagesFor } from "../locales/messages";
import { toLostReply } from "../replies/live-meeting";
import { authorizeAsOrganizer } from "../requests/permission";
import { askAbout, type MeetingQuestion } from "./command";

export const showOptions: MeetingQuestion = async (turn, record, { back }, services) => {
  const refusal = await authorizeAsOrganizer(turn, record, services);
  if (refusal) return refusal;
  const { key, generation, meeting } = record;
  try {
    const options = await services.meetings.readOptions(record, turn.caller);
    const messages = messagesFor(turn.viewer.locale);
    const subject = meeting.subject ?? "";
    const meetingToken = services.tokens.meeting.encode({ key, generation });
    const card = toOptionsCard({ subject, options, meetingToken, back }, messages);
    return { kind: "card", card, summary: messages.optionsCard.title };
  } catch (error) {
    if (isGone(error)) return toLostReply(turn, key, "gone", services);
    throw error;
  }
};

/** Shows a form for lobby, presenters, chat and recording. */
export const optionsCommand = askAbout("options", showOptions);
