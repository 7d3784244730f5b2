import { toAppError, type ErrorCode } from "../errors";
import { toFault, type Fault } from "./check";
import type { Portals } from "./portals";
import { CHECK_DEADLINE_MS } from "./run-checks";

/** What is wrong when beta does not show a meeting that v1.0 has just made: by then person, policy and permission are right. */
export function readBetaRefusal(
  error: unknown,
  { cloud }: { cloud: { graphOrigin: string } },
): Fault {
  return readTrouble(error, cloud) ?? toRefused(error);
}

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
  const trouble = readTrouble(error, cloud);
  if (trouble) return trouble;
  const consentMissing = toFault("consentMissing", { user: userAadId });
  const faults: Partial<Record<ErrorCode, Fault>> = {
    policy_missing: toFault("policyMissing", { user: userAadId }, portals.accessPolicy(userAadId)),
    organizer_unknown: toFault("userRefused", { user: userAadId }, portals.licenses(userAadId)),
    permission_missing: isDelegated
      ? consentMissing
      : toFault("permissionMissing", {}, portals.permissions),
    consent_missing: consentMissing,
  };
  return faults[toAppError(error).code] ?? toRefused(error);
}

/** What is nobody's fault, and has nothing to do with who asks for what. */
function readTrouble(error: unknown, { graphOrigin }: { graphOrigin: string }): Fault | undefined {
  const { code, details } = toAppError(error);
  if (code === "throttled") return toFault("graphBusy");
  if (code === "graph_timeout")
    return toFault("noAnswer", { seconds: String(CHECK_DEADLINE_MS / 1000) });
  return code === "graph_unavailable" && details.status === undefined
    ? toFault("graphUnreachable", { host: new URL(graphOrigin).host })
    : undefined;
}

function toRefused(error: unknown): Fault {
  const { code, details } = toAppError(error);
  const { status, graphCode, graphRequestId } = details;
  const copy = graphRequestId ? [`request-id: ${graphRequestId}`] : [];
  return toFault("graphRefused", { status: String(status ?? ""), code: graphCode ?? code }, copy);
}
