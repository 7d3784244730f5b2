import type { MeetingKey } from "../../src/meetings/record/meeting-key";
import type { Tokens } from "../../src/meetings/tokens/tokens";
import type { MeetingRequest } from "../../src/request/meeting-request";
import type { ButtonData } from "../cards/elements/adaptive-card";
import type { CardButton } from "../cards/elements/card-button";
import type { Messages } from "../locales/messages";

/**
 * Works like typing `meet`, with the request if there is one. Its token limits the button to the conversation it was
 * made for.
 */
export function toMeetButton(
  key: MeetingKey,
  tokens: Pick<Tokens, "meeting" | "request">,
  { meet }: Messages,
  request?: MeetingRequest,
): CardButton {
  const reference = { key, generation: 1 };
  const data: ButtonData = request
    ? { offer: tokens.request.encode({ does: "meet", reference, request }) }
    : { ref: tokens.meeting.encode(reference) };
  return { title: meet.button, verb: "meet", data, style: "positive" };
}
