import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import { listOccurrences } from "../../src/meetings/series/next-occurrence";
import { namesNext } from "../../src/request/names-next";
import type { BotServices } from "../bot-services";
import { formatOccurrenceDay } from "../cards/elements/recurring-time";
import { messagesFor } from "../locales/messages";
import { askToConfirm, toAskerName } from "../replies/confirmation";
import { authorizeAsOrganizer } from "../requests/permission";
import type { Turn } from "../turn/turn";
import { parsePeopleAndRoom, toContext } from "../requests/requested-meeting";
import { readNamedOccurrence } from "../requests/skipped-day";
import { toText } from "../turn/read-text";
import { askAbout, type MeetingQuestion, type ResumableCommand } from "./command";
import { skip } from "./skip";

export const askToCancel: MeetingQuestion = async (turn, record, requested, services) => {
  const refusal = await authorizeAsOrganizer(turn, record, services);
  if (refusal) return refusal;
  const less = toSkipInstead(turn, record, services);
  return askToConfirm(turn, record, { does: "cancel", ...requested, less }, services);
};

/** Offers to skip only the next meeting of a series, unless it's the last one. */
function toSkipInstead({ viewer, caller }: Turn, record: LiveRecord, services: BotServices) {
  const { series, key, generation } = record;
  const now = services.now();
  const [next, another] = series ? listOccurrences(series, now, 2) : [];
  if (!next || !another) return undefined;
  const messages = messagesFor(viewer.locale);
  const { cancel, buttons } = messages.series;
  const day = formatOccurrenceDay(new Date(next.startsAt), viewer, messages, now);
  const name = toAskerName(caller.name, messages);
  const ref = services.tokens.meeting.encode({ key, generation });
  return {
    text: cancel.text({ day, name }),
    confirm: cancel.all,
    button: {
      title: buttons.only({ day }),
      verb: "skip",
      data: { ref, occurrence: next.ruleStartsAt },
    },
  };
}

const askCommand = askAbout("cancel", askToCancel);

/**
 * Asks whether to delete the meeting. The next `meet` then creates another one. `cancel tomorrow` skips that meeting of
 * a series.
 */
export const cancelCommand: ResumableCommand = {
  ...askCommand,
  async run(turn, words, services) {
    const { key } = parsePeopleAndRoom(turn, words, services);
    const found = words.length > 0 ? await services.meetings.findMeeting(key) : undefined;
    const record = found?.ok ? found.stored.record : undefined;
    return record && namesOccurrence(turn, record, words, services)
      ? skip(turn, record, words, services)
      : askCommand.run(turn, words, services);
  },
};

function namesOccurrence(
  turn: Turn,
  { series }: LiveRecord,
  words: Turn["words"],
  services: BotServices,
): boolean {
  const [next] = series ? listOccurrences(series, services.now(), 1) : [];
  if (!next) return false;
  const { kind } = readNamedOccurrence(words, next.startsAt, toContext(turn, services));
  // "cancel the meeting" means all of them.
  if (kind === "next") return namesNext(toText(words));
  return kind === "day" || kind === "days" || kind === "count";
}
