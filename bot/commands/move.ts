import { readAsked, toWords } from "../requests/asked-meeting";
import { changeForEverybody } from "../answers/change-for-everybody";
import { messagesFor } from "../locales/messages";
import { tellMissing } from "../answers/notices";
import { toMentions, toUnderstood } from "../answers/request-view";
import { lookUpPeople, toInvited } from "../requests/look-up-people";
import type { Command } from "./command";

/** Another time for the meeting, for everybody; a standing meeting becomes a scheduled one. */
export const moveCommand: Command = {
  name: "move",
  async run(turn, words, services) {
    const asked = readAsked(turn, words, services);
    if (!asked.ok) return asked.reply;
    const { time } = asked.request;
    if (!time) return toWords(undefined, messagesFor(turn.reader.locale).move.noTime);
    const people = await lookUpPeople(turn, asked.request.people, services);
    // "move the retro to 4pm": a name is how people speak of the meeting, and `rename` is for another.
    const request = { ...asked.request, topic: "" };
    return changeForEverybody(
      turn,
      asked.key,
      {
        change: { time, ...toInvited(people) },
        tells: "moved",
        sentences: [tellMissing(people)],
        mentions: toMentions(people),
        understood: toUnderstood(request, turn, services),
      },
      services,
    );
  },
};
