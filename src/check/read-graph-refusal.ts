import { toAppError, type ErrorCode } from "../errors";
import { toFault, type Fault } from "./check";
import type { Portals } from "./portals";
import { CHECK_DEADLINE_MS } from "./run-checks";

/** What is wrong when Graph makes no meeting in a person's name. */
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
    cloud: { graphOrigin: string };
    /** Whether the permission that is missing is a person's to give. */
    isDelegated: boolean;
  },
): Fault {
  const { code, details } = toAppError(error);
  const { status, graphCode, graphRequestId } = details;
  if (code === "graph_unavailable" && status === undefined) {
    return toFault("graphUnreachable", { host: new URL(cloud.graphOrigin).host });
  }
  const consentMissing = toFault("consentMissing", { user: userAadId });
  const faults: Partial<Record<ErrorCode, Fault>> = {
    policy_missing: toFault("policyMissing", { user: userAadId }, portals.accessPolicy(userAadId)),
    organizer_unknown: toFault("userRefused", { user: userAadId }, portals.licenses(userAadId)),
    permission_missing: isDelegated
      ? consentMissing
      : toFault("permissionMissing", {}, portals.permissions),
    consent_missing: consentMissing,
    throttled: toFault("graphBusy"),
    graph_timeout: toFault("noAnswer", { seconds: String(CHECK_DEADLINE_MS / 1000) }),
  };
  const copy = graphRequestId ? [`request-id: ${graphRequestId}`] : [];
  return (
    faults[code] ??
    toFault("graphRefused", { status: String(status ?? ""), code: graphCode ?? code }, copy)
  );
}
