import { randomUUID } from "node:crypto";
import type { Cloud } from "../clouds";
import { toAppError } from "../errors";
import type { createOnlineMeetings } from "../graph/online-meetings";
import type { CreateOrGetCall, MeetingAddress } from "../meetings/ports/online-meeting";
import {
  toBlocked,
  toFault,
  toOk,
  toSkipped,
  type Check,
  type CheckContext,
  type Fault,
} from "./check";
import { FAULTS, LABELS, OK, SKIPPED } from "./check-words";
import { readOutage, toRefused } from "./graph-fault";

/**
 * Checks whether meetings can be created for a user by creating one. It has its own external id, no participants, and
 * is in no calendar. It is created on v1.0, so that a problem with beta shows up as a separate fault.
 *
 * @param userAadId The user to create a meeting for, if any.
 */
export function createMeetingChecks(
  userAadId: string | undefined,
  onlineMeetings: ReturnType<typeof createOnlineMeetings>,
  context: CheckContext,
) {
  const { tenantId, cloud, log } = context;
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
          return toOk(OK.organizer);
        } catch (error) {
          const { code } = toAppError(error);
          return code === "sign_in_needed" || code === "sign_in_refused"
            ? toSkipped(SKIPPED.notSignedIn)
            : readOrganizerRefusal(error, userAadId, context);
        }
      },
    },
    {
      id: "graph-beta",
      needs: "organizer",
      async run() {
        if (!cloud.hasGraphBeta) return toSkipped(SKIPPED.noBeta);
        if (!trial) return toBlocked("organizer");
        const address = await trial.created;
        try {
          await onlineMeetings.getOnBeta(address);
          return toOk(OK.beta);
        } catch (error) {
          return readBetaRefusal(error, cloud);
        }
      },
    },
  ];

  return {
    checks,
    /** Deletes the meeting, even one from a call that timed out. Resolves with a fault if Graph refuses. */
    async cleanUp(): Promise<Fault | undefined> {
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
        return toFault(FAULTS.meetingLeft, {
          copy: [{ label: LABELS.account, value: address.organizerAadId }],
        });
      }
    },
  };
}

/** Whether the call may have created a meeting although it failed. */
function mayHaveCreated(error: unknown): boolean {
  const { code } = toAppError(error);
  return code === "graph_timeout" || code === "graph_unavailable" || code === "bad_answer";
}

/** Why beta doesn't return a meeting that v1.0 has created: user, policy and permission are known to be right. */
function readBetaRefusal(error: unknown, cloud: Cloud): Fault {
  return readOutage(error, cloud) ?? toRefused(error);
}

/** Why Graph creates no meeting for a user. */
function readOrganizerRefusal(
  error: unknown,
  user: string,
  { portals, cloud, isDelegated }: CheckContext,
): Fault {
  const outage = readOutage(error, cloud);
  if (outage) return outage;
  const { code } = toAppError(error);
  if (code === "policy_missing") return toFault(FAULTS.policyMissing, portals.accessPolicy(user));
  if (code === "organizer_unknown") return toFault(FAULTS.userRefused, portals.licenses(user));
  if (code === "permission_missing" && !isDelegated)
    return toFault(FAULTS.permissionMissing, portals.permissions);
  return code === "permission_missing" || code === "consent_missing"
    ? toFault(FAULTS.consentMissing, { copy: [{ label: LABELS.account, value: user }] })
    : toRefused(error);
}
