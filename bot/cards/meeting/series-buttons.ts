import type { Messages } from "../../locales/messages";
import type { CardButton } from "../elements/card-button";
import type { SharedCardData } from "./meeting-card-data";

type SeriesData = Pick<SharedCardData, "time" | "meetingToken" | "belongsTo">;

/** The way back for a meeting whose next times are skipped or paused, in its own conversation. */
export function toSeriesButtons(
  { time, meetingToken, belongsTo }: SeriesData,
  { series: { buttons } }: Messages,
): CardButton[] {
  if (time.kind !== "recurring" || belongsTo === "elsewhere") return [];
  const ref = meetingToken;
  if (time.isPaused) return [{ title: buttons.resume, verb: "resume", data: { ref } }];
  const [occurrence] = time.skipped ?? [];
  return occurrence === undefined
    ? []
    : [{ title: buttons.undoSkip, verb: "unskip", data: { ref, occurrence } }];
}

/** In the “…” menu, while there are next times. */
export function toSeriesMenu(
  { time, meetingToken }: SeriesData,
  { series: { buttons } }: Messages,
): CardButton[] {
  if (time.kind !== "recurring" || time.ruleStartsAt === undefined) return [];
  const ref = meetingToken;
  const rest = { mode: "secondary" } as const;
  return [
    {
      title: buttons.skipNext,
      verb: "skip",
      data: { ref, occurrence: time.ruleStartsAt },
      ...rest,
    },
    { title: buttons.pause, verb: "pause", data: { ref }, ...rest },
  ];
}
