import { parsePeopleAndRoom } from "../requests/requested-meeting";
import type { Command } from "./command";
import { skip } from "./skip";
import { answerUnknownText } from "./unknown-text";

/** "No meeting tomorrow": skips it if the meeting repeats. Otherwise, people only tell each other. */
export const skipPhrase: Pick<Command, "run"> = {
  async run(turn, words, services) {
    const { key } = parsePeopleAndRoom(turn, words, services);
    const found = await services.meetings.findMeeting(key);
    return found.ok && found.stored.record.series
      ? skip(turn, found.stored.record, words, services)
      : answerUnknownText(turn, services);
  },
};
