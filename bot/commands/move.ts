import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import type { RequestText, RequestedTime } from "../../src/request/meeting-request";
import { parseRequest } from "../../src/request/parse-request";
import type { BotServices } from "../bot-services";
import { messagesFor } from "../locales/messages";
import { changeForEverybody, toWantedChange } from "../replies/change-for-everybody";
import { findLive } from "../replies/live-meeting";
import { toNoticeReply } from "../reply";
import { parseRequested, toContext, withoutLinkingWords } from "../requests/requested-meeting";
import type { Turn } from "../turn/turn";
import type { Command } from "./command";

/** Gives the meeting another time. A standing meeting becomes a scheduled one. */
export const moveCommand: Command = {
  name: "move",
  async run(turn, typed, services) {
    const words = withoutLinkingWords(typed);
    const requested = parseRequested(turn, words, services);
    if (!requested.ok) return requested.reply;
    const { time, topic } = requested.request;
    // "30 min later" parses as a length and a name. Moving by an amount isn't supported.
    const isShift = time?.kind === "length" && topic !== "";
    if (!time || isShift) {
      return toNoticeReply(undefined, messagesFor(turn.viewer.locale).move.noTime);
    }
    const found = await findLive(turn, requested.key, services);
    if (!found.ok) return found.reply;
    const { record } = found;
    const moved = parseOnMeetingDay(turn, words, record, services) ?? time;
    // In "move the retro to 4pm", the name says which meeting. It doesn't rename it.
    const request = { ...requested.request, topic: "", time: moved };
    const wanted = await toWantedChange(turn, request, "moved", services);
    return changeForEverybody(turn, record, wanted, services);
  },
};

/** A time of day alone is on the meeting's day, not on today's. */
function parseOnMeetingDay(
  turn: Turn,
  words: RequestText,
  { isTimeGiven, meeting }: LiveRecord,
  services: Pick<BotServices, "now">,
): RequestedTime | undefined {
  const context = toContext(turn, services);
  if (!isTimeGiven || !meeting.startsAt || Date.parse(meeting.startsAt) < context.now.getTime()) {
    return undefined;
  }
  const day = formatDay(meeting.startsAt, context.timeZone);
  const parsed = parseRequest([`${day} `, ...words], context);
  // If the words name a day too, the request has two days. That's an error, unless one of them is part of the name.
  return parsed.ok && !parsed.request.topic.includes(day) ? parsed.request.time : undefined;
}

/** `2026-11-24`, which the parser understands in every language. */
function formatDay(startsAt: string, timeZone: string): string {
  try {
    return new Intl.DateTimeFormat("sv-SE", { timeZone }).format(new Date(startsAt));
  } catch {
    return startsAt.slice(0, 10);
  }
}
