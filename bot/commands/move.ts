import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import type { RequestedTime } from "../../src/request/meeting-request";
import { parseRequest } from "../../src/request/parse-request";
import type { RequestText } from "../../src/request/request-text";
import { changeForEverybody } from "../replies/change-for-everybody";
import { findLive } from "../replies/live-meeting";
import { describeMissingPeople } from "../replies/notices";
import { toMentions, toUnderstood } from "../replies/request-view";
import type { BotServices } from "../bot-services";
import { messagesFor } from "../locales/messages";
import { readRequested, toContext } from "../requests/requested-meeting";
import { toNoticeReply } from "../reply";
import { withoutLinkingWords } from "../requests/linking-words";
import { lookUpPeople, toInvited } from "../requests/look-up-people";
import type { Turn } from "../turn/turn";
import type { Command } from "./command";

/** Another time for the meeting, for everybody; a standing meeting becomes a scheduled one. */
export const moveCommand: Command = {
  name: "move",
  async run(turn, typed, services) {
    const words = withoutLinkingWords(typed);
    const asked = readRequested(turn, words, services);
    if (!asked.ok) return asked.reply;
    const { time, topic } = asked.request;
    // "30 min later" is a length with a word too many: by how much a meeting moves is not understood.
    const isShift = time?.kind === "length" && topic !== "";
    if (!time || isShift) {
      return toNoticeReply(undefined, messagesFor(turn.viewer.locale).move.noTime);
    }
    const found = await findLive(turn, asked.key, services);
    if (!found.ok) return found.reply;
    const people = await lookUpPeople(turn, asked.request.people, services);
    const moved = readOnItsDay(turn, words, found.record, services) ?? time;
    // "move the retro to 4pm": a name is how people speak of the meeting, and `rename` is for another.
    const request = { ...asked.request, topic: "", time: moved };
    return changeForEverybody(
      turn,
      found.record,
      {
        change: { time: moved, ...toInvited(people) },
        announce: "moved",
        sentences: [describeMissingPeople(people)],
        mentions: toMentions(people),
        understood: toUnderstood(request, turn, services),
      },
      services,
    );
  },
};

/** A time of day alone is one of the meeting's own day, not of today. */
function readOnItsDay(
  turn: Turn,
  words: RequestText,
  { isTimeGiven, meeting }: LiveRecord,
  services: BotServices,
): RequestedTime | undefined {
  const context = toContext(turn, services);
  if (!isTimeGiven || !meeting.startsAt || Date.parse(meeting.startsAt) < context.now.getTime()) {
    return undefined;
  }
  const day = toDay(meeting.startsAt, context.timeZone);
  const read = parseRequest([`${day} `, ...words], context);
  // With a day of its own in it the text has two, which is a problem, or one of them becomes a name.
  return read.ok && !read.request.topic.includes(day) ? read.request.time : undefined;
}

/** `2026-11-24`, which every language reads. */
function toDay(startsAt: string, timeZone: string): string {
  try {
    return new Intl.DateTimeFormat("sv-SE", { timeZone }).format(new Date(startsAt));
  } catch {
    return startsAt.slice(0, 10);
  }
}
