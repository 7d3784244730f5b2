import { changeSeries, showUnchanged, toOnceReply } from "../replies/change-series";
import { findLive } from "../replies/live-meeting";
import { parsePeopleAndRoom } from "../requests/requested-meeting";
import type { UnlistedCommand } from "./command";

/** Stops the meetings of a series until someone resumes them. */
export const pauseCommand = toCommand("pause");

/** Continues a paused series with the same rule. */
export const resumeCommand = toCommand("resume");

function toCommand(name: "pause" | "resume"): UnlistedCommand {
  return {
    name,
    async run(turn, words, services) {
      const { key } = parsePeopleAndRoom(turn, words, services);
      const found = await findLive(turn, key, services);
      if (!found.ok) return found.reply;
      const { record } = found;
      if (!record.series) return toOnceReply(turn, record);
      const isPaused = record.series.pausedAt !== undefined;
      if (isPaused === (name === "resume"))
        return changeSeries(turn, record, { kind: name }, services);
      return showUnchanged(
        turn,
        record,
        ({ series }) => (isPaused ? series.isPaused : series.notPaused),
        services,
      );
    },
  };
}
