import { z } from "zod";
import { meet } from "../commands/meet";
import { toKeyText } from "../../src/meetings/meeting-key";
import { messagesFor } from "../locales/messages";
import { toMeetingKey } from "../turn";
import type { CardAction } from "./card-action";

const dataSchema = z.object({ ref: z.string() });

/** The Meet button of a card in words: what `meet` does when it is typed in this conversation. */
export const meetAction: CardAction = {
  verb: "meet",
  isForEverybody: true,
  run(turn, data, services) {
    const reference = services.sealer.open(dataSchema.safeParse(data).data?.ref);
    const isOfThisConversation =
      reference && toKeyText(reference.key) === toKeyText(toMeetingKey(turn));
    if (!isOfThisConversation) {
      const { buttonNotOurs } = messagesFor(turn.reader.locale).actions;
      return { kind: "refusal", code: "bad_reference", text: buttonNotOurs };
    }
    return meet(turn, "", services);
  },
};
