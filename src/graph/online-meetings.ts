import { isGone } from "../errors";
import type { OnlineMeetings } from "../meetings/ports/online-meeting";
import { assertTimes } from "./assert-times";
import { createOrGet } from "./create-or-get";
import type { RunGraphOperation } from "./graph-client";
import { readMeetingOptions } from "./meeting-options";
import { toMeeting, type ToOwner } from "./meeting-path";
import { readOnlineMeeting } from "./read-online-meeting";
import { updateOnlineMeeting } from "./update-online-meeting";

/**
 * Graph's online meetings, each in the name of its organizer:
 * https://learn.microsoft.com/graph/api/resources/onlinemeeting. All but a channel's createOrGet goes to v1.0.
 */
export function createOnlineMeetings(
  runOperation: RunGraphOperation,
  how: { hasBeta: boolean; toOwner: ToOwner },
): OnlineMeetings {
  const { toOwner } = how;
  return {
    async createOrGet(request) {
      assertTimes(request);
      return runOperation((callGraph) => createOrGet(callGraph, request, how));
    },

    get(address) {
      const target = toMeeting(address, toOwner);
      return runOperation(async (callGraph) => {
        return readOnlineMeeting(await callGraph({ ...target, method: "GET" })).meeting;
      });
    },

    async update(address, change) {
      if (change.time) assertTimes(change.time);
      return runOperation((callGraph) => updateOnlineMeeting(callGraph, address, change, toOwner));
    },

    getOptions(address) {
      const target = toMeeting(address, toOwner);
      return runOperation(async (callGraph) => {
        return readMeetingOptions(await callGraph({ ...target, method: "GET" }));
      });
    },

    async delete(address) {
      const target = toMeeting(address, toOwner);
      try {
        await runOperation((callGraph) => callGraph({ ...target, method: "DELETE" }));
      } catch (error) {
        // Also what a repeated DELETE finds, when the answer to the first one was lost.
        if (!isGone(error)) throw error;
      }
    },
  };
}
