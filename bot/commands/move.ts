import { readAsked, toWords } from "../requests/asked-meeting";
import { changeForEverybody } from "../answers/change-for-everybody";
import { messagesFor } from "../locales/messages";
import { toUnderstood } from "../answers/request-view";
import type { Command } from "./command";

/** Another time for the meeting, for everybody; a standing meeting becomes a scheduled one. */
export const moveCommand: Command = {
  name: "move",
  async run(turn, words, services) {
    const asked = readAsked(turn, words, services);
    if (!asked.ok) return asked.reply;
    const { time } = asked.request;
    if (!time) return toWords(undefined, messagesFor(turn.reader.locale).move.noTime);
    // A time is all that `move` is about: other words were meant for people.
    const request = { ...asked.request, topic: "", people: [] };
    return changeForEverybody(
      turn,
      asked.key,
      { change: { time }, tells: "moved", understood: toUnderstood(request, turn, services) },
      services,
    );
  },
};
