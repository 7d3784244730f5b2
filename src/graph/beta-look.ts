import type { MeetingAddress } from "../meetings/ports/online-meeting";
import type { RunGraphOperation } from "./graph-client";
import { toMeeting, type ToOwner } from "./meeting-path";

/** Shows a meeting on the beta endpoint, and throws as every call does where there is none. */
export type LookOnBeta = (address: MeetingAddress) => Promise<void>;

/** https://learn.microsoft.com/graph/api/onlinemeeting-get on beta, where channels' meetings are made. */
export function createBetaLook(runOperation: RunGraphOperation, toOwner: ToOwner): LookOnBeta {
  return async (address) => {
    const target = toMeeting(address, toOwner, "beta");
    await runOperation((callGraph) => callGraph({ ...target, method: "GET" }));
  };
}
