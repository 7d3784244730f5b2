import { z } from "zod";
import { AppError, isGone } from "../errors";
import type { MeetingAddress, OnlineMeetings } from "../meetings/ports/online-meeting";
import { createOrGet } from "./create-or-get";
import type { GraphAnswer, RunGraphOperation } from "./graph-client";
import { toTarget } from "./meeting-path";
import { readMeetingOptions, readOnlineMeeting } from "./read-online-meeting";
import { updateOnlineMeeting } from "./update-online-meeting";

export interface GraphMode {
  /** Whether the cloud has the beta endpoint. */
  hasBeta: boolean;
  /** Whether calls use the organizer's own token instead of the app's. */
  isDelegated: boolean;
}

const graphTime = z.iso.datetime({ offset: true });

/**
 * Graph's online meetings: https://learn.microsoft.com/graph/api/resources/onlinemeeting. Everything except a
 * channel's createOrGet uses v1.0.
 */
export function createOnlineMeetings(
  runOperation: RunGraphOperation,
  mode: GraphMode,
): OnlineMeetings & {
  /** On beta, which creates channel meetings. For the setup check. */
  getOnBeta(address: MeetingAddress): Promise<unknown>;
} {
  return {
    async createOrGet(request) {
      assertTimes(request);
      return runOperation((callGraph) => createOrGet(callGraph, request, mode));
    },

    get: async (address) => readOnlineMeeting(await call("GET", address)).meeting,

    async update(address, change) {
      if (change.time) assertTimes(change.time);
      const target = toTarget(address, mode.isDelegated);
      return runOperation((callGraph) => updateOnlineMeeting(callGraph, target, change));
    },

    getOnBeta: (address) => call("GET", address, "beta"),

    getOptions: async (address) => readMeetingOptions(await call("GET", address)),

    async delete(address) {
      try {
        await call("DELETE", address);
      } catch (error) {
        // A repeated DELETE also gets this, when the first one's response was lost.
        if (!isGone(error)) throw error;
      }
    },
  };

  function call(
    method: "GET" | "DELETE",
    address: MeetingAddress,
    version?: "beta",
  ): Promise<GraphAnswer> {
    const target = toTarget(address, mode.isDelegated, version);
    return runOperation((callGraph) => callGraph({ ...target, method }));
  }
}

/**
 * Requires ISO 8601 with seconds and an offset, and an end only after a start.
 * https://learn.microsoft.com/graph/api/onlinemeeting-createorget#request-body
 *
 * @throws AppError `bad_times`
 */
function assertTimes({ startsAt, endsAt }: { startsAt?: string; endsAt?: string }): void {
  for (const time of [startsAt, endsAt]) {
    if (time === undefined || graphTime.safeParse(time).success) continue;
    throw new AppError("bad_times", { reason: "not an ISO 8601 time with seconds and an offset" });
  }
  if (!endsAt) return;
  if (!startsAt) throw new AppError("bad_times", { reason: "an end without a start" });
  if (Date.parse(endsAt) < Date.parse(startsAt)) {
    throw new AppError("bad_times", { reason: "the end is before the start" });
  }
}
