import * as z from "zod";
import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import { listPlanned } from "../../src/meetings/series/next-occurrence";
import { listSkippedRun } from "../../src/meetings/series/skipped-run";
import type { BotServices } from "../bot-services";
import { changeSeries, showUnchanged, toOnceReply } from "../replies/change-series";
import { describeNothing } from "../replies/notices";
import type { Reply } from "../reply";
import type { Turn } from "../turn/turn";
import { findPressed, type CardAction } from "./card-action";

const occurrenceSchema = z.object({ occurrence: z.iso.datetime() });

type Change = (
  turn: Turn,
  record: LiveRecord,
  data: unknown,
  services: BotServices,
) => Promise<Reply> | Reply;

/** A button of a series. If the series was changed since, the meeting is shown as it is. */
function toSeriesAction(verb: string, change: Change): CardAction {
  return {
    verb,
    isForEveryone: true,
    async run(turn, data, services) {
      const found = await findPressed(turn, data, services);
      if (!found.ok) return found.reply;
      const { record } = found;
      return record.series ? change(turn, record, data, services) : toOnceReply(turn, record);
    },
  };
}

/** Skips the occurrence that the button names. */
const skipAction = toSeriesAction("skip", (turn, record, data, services) => {
  const ruleStartsAt = readOccurrence(data);
  const planned = record.series ? listPlanned(record.series, services.now(), MAX_AHEAD) : [];
  return ruleStartsAt && planned.some((other) => other.ruleStartsAt === ruleStartsAt)
    ? changeSeries(turn, record, { kind: "skip", ruleStartsAts: [ruleStartsAt] }, services)
    : show(turn, record, services);
});

/** Restores the occurrence that the button names, and those after it that the card shows as skipped together with it. */
const unskipAction = toSeriesAction("unskip", (turn, record, data, services) => {
  const ruleStartsAt = readOccurrence(data);
  const { series } = record;
  if (!series || !ruleStartsAt || !series.skipped?.includes(ruleStartsAt)) {
    return show(turn, record, services);
  }
  const run = listSkippedRun(series, services.now());
  const ruleStartsAts = run.includes(ruleStartsAt) ? run : [ruleStartsAt];
  return changeSeries(turn, record, { kind: "unskip", ruleStartsAts }, services);
});

const pauseAction = toSeriesAction("pause", (turn, record, _data, services) =>
  record.series?.pausedAt === undefined
    ? changeSeries(turn, record, { kind: "pause" }, services)
    : show(turn, record, services),
);

const resumeAction = toSeriesAction("resume", (turn, record, _data, services) =>
  record.series?.pausedAt === undefined
    ? show(turn, record, services)
    : changeSeries(turn, record, { kind: "resume" }, services),
);

export const seriesActions: readonly CardAction[] = [
  skipAction,
  unskipAction,
  pauseAction,
  resumeAction,
];

/** Buttons name one of the next meetings. */
const MAX_AHEAD = 3;

function readOccurrence(data: unknown): string | undefined {
  return occurrenceSchema.safeParse(data).data?.occurrence;
}

function show(turn: Turn, record: LiveRecord, services: BotServices): Reply {
  return showUnchanged(turn, record, describeNothing, services);
}
