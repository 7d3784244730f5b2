import { z } from "zod";
import { AppError, isGone } from "../errors";
import type { MeetingAddress, OnlineMeetings } from "../meetings/ports/online-meeting";
import { createOrGet } from "./create-or-get";
import type { GraphAnswer, RunGraphOperation } from "./graph-client";
import { toMeeting } from "./meeting-path";
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
): OnlineMeetings {
  return {
    async createOrGet(request) {
      assertTimes(request);
      return runOperation((callGraph) => createOrGet(callGraph, request, mode));
    },

    get: async (address) => readOnlineMeeting(await call("GET", address)).meeting,

    async update(address, change) {
      if (change.time) assertTimes(change.time);
      const target = toMeeting(address, mode.isDelegated);
      return runOperation((callGraph) => updateOnlineMeeting(callGraph, target, change));
    },

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

  function call(method: "GET" | "DELETE", address: MeetingAddress): Promise<GraphAnswer> {
    const target = toMeeting(address, mode.isDelegated);
    return runOperation((callGraph) => callGraph({ ...target, method }));
  }
}

/** Gets a meeting from the beta endpoint, for the setup check. Throws what every Graph call throws. */
export type GetOnBeta = (address: MeetingAddress) => Promise<unknown>;

/** https://learn.microsoft.com/graph/api/onlinemeeting-get on beta, which creates channel meetings */
export function createGetOnBeta(runOperation: RunGraphOperation, isDelegated: boolean): GetOnBeta {
  return (address) => {
    const target = toMeeting(address, isDelegated, "beta");
    return runOperation((callGraph) => callGraph({ ...target, method: "GET" }));
  };
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
