import { randomUUID } from "node:crypto";
import type { Cloud } from "../clouds";
import { toAppError } from "../errors";
import type { LookOnBeta } from "../graph/beta-look";
import type { Log } from "../log";
import type {
  CreateOrGetCall,
  MeetingAddress,
  OnlineMeetings,
} from "../meetings/ports/online-meeting";
import { toFault, type Check, type Fault } from "./check";
import type { Portals } from "./portals";
import { readBetaRefusal, readGraphRefusal } from "./read-graph-refusal";

export interface MeetingParts {
  tenantId: string;
  /** In whose name a meeting is tried; absent where nobody is named. */
  userAadId?: string;
  isBrief: boolean;
  isDelegated: boolean;
  cloud: Pick<Cloud, "graphOrigin" | "hasGraphBeta">;
  portals: Portals;
  onlineMeetings: Pick<OnlineMeetings, "createOrGet" | "delete">;
  lookOnBeta: LookOnBeta;
  log: Log;
}

export interface MeetingTrial {
  checks: Check[];
  /** Deletes what was made, also by a call whose end nobody waited for; a fault where that is refused. */
  cleanUp(): Promise<Fault | undefined>;
}

/**
 * Whether meetings can be made in a person's name: by making one, which nobody is invited to and which is on
 * nobody's calendar, under an external id of its own. On v1.0, so that a beta that is out of order is told apart.
 */
export function createMeetingTrial(parts: MeetingParts): MeetingTrial {
  const { tenantId, userAadId, onlineMeetings, lookOnBeta, log } = parts;
  let trial: { request: CreateOrGetCall; made: Promise<MeetingAddress> } | undefined;

  async function make(request: CreateOrGetCall): Promise<MeetingAddress> {
    const { meeting } = await onlineMeetings.createOrGet(request);
    return { tenantId, organizerAadId: request.organizerAadId, meetingId: meeting.id };
  }

  const checks: Check[] = [
    {
      id: "organizer",
      needs: "graph-permission",
      async look() {
        if (parts.isBrief) return { status: "skipped", code: "onlyForAdmins" };
        if (userAadId === undefined) return { status: "skipped", code: "nobodyNamed" };
        const externalId = randomUUID();
        const request = {
          tenantId,
          organizerAadId: userAadId,
          externalId,
          subject: "Rendezvous check",
        };
        trial = { request, made: make(request) };
        try {
          await trial.made;
          return { status: "ok", code: "organizer", values: { user: userAadId } };
        } catch (error) {
          const { code } = toAppError(error);
          const isSignedIn = code !== "sign_in_needed" && code !== "sign_in_refused";
          if (!isSignedIn) return { status: "skipped", code: "notSignedIn" };
          return readGraphRefusal(error, { ...parts, userAadId });
        }
      },
    },
    {
      id: "graph-beta",
      needs: "organizer",
      async look() {
        if (!parts.cloud.hasGraphBeta) return { status: "skipped", code: "noBeta" };
        if (!trial) return { status: "skipped", code: "noGround", ground: "organizer" };
        const address = await trial.made;
        try {
          await lookOnBeta(address);
          return { status: "ok", code: "beta" };
        } catch (error) {
          return readBetaRefusal(error, parts);
        }
      },
    },
  ];

  return {
    checks,
    async cleanUp() {
      if (!trial) return undefined;
      const { request, made } = trial;
      // Where the answer was lost, the same call finds what it may have made.
      const address = await made.catch((error: unknown) =>
        mayHaveMade(error) ? make(request).catch(() => undefined) : undefined,
      );
      if (!address) return undefined;
      try {
        await onlineMeetings.delete(address);
        return undefined;
      } catch (error) {
        const { code, details } = toAppError(error);
        log.warn({ code, ...details }, "the meeting of a check could not be deleted");
        return toFault("meetingLeft", { user: address.organizerAadId });
      }
    },
  };
}

/** Whether Graph may have made a meeting of which we know nothing. */
function mayHaveMade(error: unknown): boolean {
  const { code } = toAppError(error);
  return code === "graph_timeout" || code === "graph_unavailable" || code === "bad_answer";
}
