import type { LiveRecord, MeetingSeries } from "../../src/meetings/record/meeting-record";
import { listSkippedRun } from "../../src/meetings/series/skipped-run";
import { toPickedTime } from "../../src/request/picked-time";
import type { BotServices } from "../bot-services";
import { changeSeries, showUnchanged, toOnceReply } from "../replies/change-series";
import { findLive } from "../replies/live-meeting";
import { describeNothing } from "../replies/notices";
import type { Reply } from "../reply";
import { parsePeopleAndRoom, toContext } from "../requests/requested-meeting";
import { readNamedOccurrence } from "../requests/skipped-day";
import type { Turn } from "../turn/turn";
import type { UnlistedCommand } from "./command";

/** Restores skipped meetings of a series: the ones that the card shows, or those of a day (`restore Tuesday`). */
export const restoreCommand: UnlistedCommand = {
  name: "restore",
  async run(turn, words, services) {
    const { key } = parsePeopleAndRoom(turn, words, services);
    const found = await findLive(turn, key, services);
    if (!found.ok) return found.reply;
    const { record } = found;
    return record.series
      ? restore(turn, record, record.series, words, services)
      : toOnceReply(turn, record);
  },
};

function restore(
  turn: Turn,
  record: LiveRecord,
  series: MeetingSeries,
  words: Turn["words"],
  services: BotServices,
): Promise<Reply> | Reply {
  if (series.pausedAt !== undefined) {
    return showUnchanged(turn, record, (messages) => messages.series.isPaused, services);
  }
  const run = listSkippedRun(series, services.now());
  const [first] = run;
  if (first === undefined) {
    return showUnchanged(turn, record, (messages) => messages.series.nothingSkipped, services);
  }
  const named = readNamedOccurrence(words, first, toContext(turn, services));
  if (named.kind === "next") {
    return changeSeries(turn, record, { kind: "unskip", ruleStartsAts: run }, services);
  }
  const { timeZone } = turn.viewer;
  const onDay = (series.skipped ?? []).filter(
    (at) => named.kind === "day" && toPickedTime(at, timeZone).day === named.date,
  );
  // The card says what is skipped, and has the button for it.
  return onDay.length > 0
    ? changeSeries(turn, record, { kind: "unskip", ruleStartsAts: onDay }, services)
    : showUnchanged(turn, record, describeNothing, services);
}
