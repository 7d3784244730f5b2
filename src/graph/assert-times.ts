import { z } from "zod";
import { AppError } from "../errors";

const graphTime = z.iso.datetime({ offset: true });

/**
 * ISO 8601 with seconds and a zone; an end needs a start, and lies after it. Throws `bad_times` before
 * anything is sent otherwise:
 * https://learn.microsoft.com/graph/api/onlinemeeting-createorget#request-body
 */
export function assertTimes({ startsAt, endsAt }: { startsAt?: string; endsAt?: string }): void {
  for (const time of [startsAt, endsAt]) {
    if (time === undefined || graphTime.safeParse(time).success) continue;
    throw new AppError("bad_times", { reason: "no ISO 8601 time with seconds and a zone" });
  }
  if (!endsAt) return;
  if (!startsAt) throw new AppError("bad_times", { reason: "an end without a start" });
  if (Date.parse(endsAt) < Date.parse(startsAt)) {
    throw new AppError("bad_times", { reason: "the end lies before the start" });
  }
}
