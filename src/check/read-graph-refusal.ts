import { toAppError } from "../errors";
import { toFault, type Fault } from "./check";
import { FAULTS } from "./check-words";
import type { Portals } from "./portals";
import { NO_ANSWER } from "./run-checks";

interface GraphCloud {
  graphOrigin: string;
}

/** Why beta doesn't return a meeting that v1.0 has created: user, policy and permission are known to be right. */
export function readBetaRefusal(error: unknown, cloud: GraphCloud): Fault {
  return readOutage(error, cloud) ?? toRefused(error);
}

/** Why Graph creates no meeting for a user. */
export function readGraphRefusal(
  error: unknown,
  {
    portals,
    userAadId,
    cloud,
    isDelegated,
  }: {
    portals: Portals;
    userAadId: string;
    cloud: GraphCloud;
    /** Whether users consent for themselves. */
    isDelegated: boolean;
  },
): Fault {
  const outage = readOutage(error, cloud);
  if (outage) return outage;
  const user = userAadId;
  const { code } = toAppError(error);
  if (code === "policy_missing")
    return toFault(FAULTS.policyMissing({ user }), portals.accessPolicy(user));
  if (code === "organizer_unknown")
    return toFault(FAULTS.userRefused({ user }), portals.licenses(user));
  if (code === "permission_missing" && !isDelegated)
    return toFault(FAULTS.permissionMissing, portals.permissions);
  return code === "permission_missing" || code === "consent_missing"
    ? toFault(FAULTS.consentMissing({ user }))
    : toRefused(error);
}

/** Problems that have nothing to do with the request. */
function readOutage(error: unknown, { graphOrigin }: GraphCloud): Fault | undefined {
  const { code, details } = toAppError(error);
  if (code === "throttled") return toFault(FAULTS.graphBusy);
  if (code === "graph_timeout") return NO_ANSWER;
  return code === "graph_unavailable" && details.status === undefined
    ? toFault(FAULTS.graphUnreachable({ host: new URL(graphOrigin).host }))
    : undefined;
}

function toRefused(error: unknown): Fault {
  const { code, details } = toAppError(error);
  const { status, graphCode, graphRequestId } = details;
  const copy = graphRequestId ? [`request-id: ${graphRequestId}`] : [];
  const values = { status: String(status ?? ""), code: graphCode ?? code };
  return toFault(FAULTS.graphRefused(values), copy);
}
