import { randomUUID } from "node:crypto";
import type { Cloud } from "../clouds";
import { toAppError } from "../errors";
import type { GetOnBeta } from "../graph/online-meetings";
import type { Log } from "../log";
import type {
  CreateOrGetCall,
  MeetingAddress,
  OnlineMeetings,
} from "../meetings/ports/online-meeting";
import { toBlocked, toFault, toOk, toSkipped, type Check, type Fault } from "./check";
import { FAULTS, OK, SKIPPED } from "./check-words";
import type { Portals } from "./portals";
import { readBetaRefusal, readGraphRefusal } from "./read-graph-refusal";

export interface MeetingCheckDeps {
  tenantId: string;
  /** The user to create a meeting for, if any. */
  userAadId?: string;
  isBrief: boolean;
  isDelegated: boolean;
  cloud: Pick<Cloud, "graphOrigin" | "hasGraphBeta">;
  portals: Portals;
  onlineMeetings: Pick<OnlineMeetings, "createOrGet" | "delete">;
  getOnBeta: GetOnBeta;
  log: Log;
}

export interface MeetingChecks {
  checks: Check[];
  /** Deletes the meeting, even one from a call that timed out. Resolves with a fault if Graph refuses. */
  cleanUp(): Promise<Fault | undefined>;
}

/**
 * Checks whether meetings can be created for a user by creating one. It has its own external id, no participants, and
 * is in no calendar. It is created on v1.0, so that a problem with beta shows up as a separate fault.
 */
export function createMeetingChecks(deps: MeetingCheckDeps): MeetingChecks {
  const { tenantId, userAadId, onlineMeetings, getOnBeta, log } = deps;
  let trial: { call: CreateOrGetCall; created: Promise<MeetingAddress> } | undefined;

  async function create(call: CreateOrGetCall): Promise<MeetingAddress> {
    const { meeting } = await onlineMeetings.createOrGet(call);
    return { tenantId, organizerAadId: call.organizerAadId, meetingId: meeting.id };
  }

  const checks: Check[] = [
    {
      id: "organizer",
      needs: "graph-permission",
      async run() {
        if (deps.isBrief) return toSkipped(SKIPPED.onlyForAdmins);
        if (userAadId === undefined) return toSkipped(SKIPPED.nobodyNamed);
        const call = {
          tenantId,
          organizerAadId: userAadId,
          externalId: randomUUID(),
          subject: "Rendezvous check",
        };
        trial = { call, created: create(call) };
        try {
          await trial.created;
          return toOk(OK.organizer({ user: userAadId }));
        } catch (error) {
          const { code } = toAppError(error);
          return code === "sign_in_needed" || code === "sign_in_refused"
            ? toSkipped(SKIPPED.notSignedIn)
            : readGraphRefusal(error, { ...deps, userAadId });
        }
      },
    },
    {
      id: "graph-beta",
      needs: "organizer",
      async run() {
        if (!deps.cloud.hasGraphBeta) return toSkipped(SKIPPED.noBeta);
        if (!trial) return toBlocked("organizer");
        const address = await trial.created;
        try {
          await getOnBeta(address);
          return toOk(OK.beta);
        } catch (error) {
          return readBetaRefusal(error, deps.cloud);
        }
      },
    },
  ];

  return {
    checks,
    async cleanUp() {
      if (!trial) return undefined;
      const { call, created } = trial;
      // createOrGet with the same external id returns a meeting that an unanswered call may have created.
      const address = await created.catch((error: unknown) =>
        mayHaveCreated(error) ? create(call).catch(() => undefined) : undefined,
      );
      if (!address) return undefined;
      try {
        await onlineMeetings.delete(address);
        return undefined;
      } catch (error) {
        const { code, details } = toAppError(error);
        log.warn({ code, ...details }, "could not delete the meeting of a check");
        return toFault(FAULTS.meetingLeft({ user: address.organizerAadId }));
      }
    },
  };
}

/** Whether the call may have created a meeting although it failed. */
function mayHaveCreated(error: unknown): boolean {
  const { code } = toAppError(error);
  return code === "graph_timeout" || code === "graph_unavailable" || code === "bad_answer";
}
