import type { MeetingKey } from "../../src/meetings/record/meeting-key";
import type { ReferenceSealer } from "../../src/meetings/tokens/sealed-reference";
import type { Messages } from "../locales/messages";
import type { CardButton } from "./elements/card-button";

/**
 * The button that does what `meet` does when it is typed. Its reference says for which conversation the
 * button was made: it makes no meeting in another one.
 */
export function toMeetButton(
  key: MeetingKey,
  sealer: ReferenceSealer,
  messages: Messages,
): CardButton {
  const ref = sealer.seal({ key, generation: 1 });
  return {
    title: messages.meet.button,
    verb: "meet",
    data: { ref },
    style: "positive",
  };
}
