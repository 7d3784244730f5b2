import type { MeetingKey } from "../../src/meetings/record/meeting-key";
import type { Tokens } from "../../src/meetings/tokens/tokens";
import type { Messages } from "../locales/messages";
import type { CardButton } from "./elements/card-button";

/** Does what typing `meet` does. Its token limits the button to the conversation it was made for. */
export function toMeetButton(
  key: MeetingKey,
  tokens: Pick<Tokens, "meeting">,
  messages: Messages,
): CardButton {
  const ref = tokens.meeting.encode({ key, generation: 1 });
  return { title: messages.meet.button, verb: "meet", data: { ref }, style: "positive" };
}
