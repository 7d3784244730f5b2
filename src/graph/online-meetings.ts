import { isGone } from "../errors";
import type { OnlineMeetings } from "../meetings/online-meeting";
import { assertTimes } from "./assert-times";
import { createOrGet } from "./create-or-get";
import type { RunGraphOperation } from "./graph-client";
import { readMeetingOptions } from "./meeting-options";
import { toMeetingPath } from "./meeting-path";
import { readOnlineMeeting } from "./read-online-meeting";
import { updateOnlineMeeting } from "./update-online-meeting";

/**
 * Graph's online meetings in application mode, in the name of their organizer:
 * https://learn.microsoft.com/graph/api/resources/onlinemeeting. All but a channel's createOrGet goes to v1.0.
 */
export function createOnlineMeetings(
  runOperation: RunGraphOperation,
  cloud: { hasBeta: boolean },
): OnlineMeetings {
  return {
    async createOrGet(request) {
      assertTimes(request);
      return runOperation((callGraph) => createOrGet(callGraph, request, cloud));
    },

    get(address) {
      const call = { tenantId: address.tenantId, path: toMeetingPath(address) };
      return runOperation(async (callGraph) => {
        return readOnlineMeeting(await callGraph({ ...call, method: "GET" })).meeting;
      });
    },

    async update(address, change) {
      if (change.time) assertTimes(change.time);
      return runOperation((callGraph) => updateOnlineMeeting(callGraph, address, change));
    },

    getOptions(address) {
      const call = { tenantId: address.tenantId, path: toMeetingPath(address) };
      return runOperation(async (callGraph) => {
        return readMeetingOptions(await callGraph({ ...call, method: "GET" }));
      });
    },

    async delete(address) {
      const call = { tenantId: address.tenantId, path: toMeetingPath(address) };
      try {
        await runOperation((callGraph) => callGraph({ ...call, method: "DELETE" }));
      } catch (error) {
        // Also what a repeated DELETE finds, when the answer to the first one was lost.
        if (!isGone(error)) throw error;
      }
    },
  };
}
