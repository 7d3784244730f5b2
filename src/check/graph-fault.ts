import type { Cloud } from "../clouds";
import { toAppError } from "../errors";
import { NO_ANSWER, toFault, type Fault } from "./check";
import { FAULTS, LABELS } from "./check-words";

/** Problems that have nothing to do with the request. */
export function readOutage(error: unknown, { graphOrigin }: Cloud): Fault | undefined {
  const { code, details } = toAppError(error);
  if (code === "throttled") return toFault(FAULTS.graphBusy);
  if (code === "graph_timeout") return NO_ANSWER;
  return code === "graph_unavailable" && details.status === undefined
    ? toFault(FAULTS.graphUnreachable, {
        copy: [{ label: LABELS.host, value: new URL(graphOrigin).host }],
      })
    : undefined;
}

/** Graph's refusal, with what its support asks for. */
export function toRefused(error: unknown): Fault {
  const { code, details } = toAppError(error);
  const { status, graphCode, graphRequestId } = details;
  const value = [status, graphCode ?? code].filter(Boolean).join(" ");
  const request = graphRequestId ? [{ label: LABELS.requestId, value: graphRequestId }] : [];
  return toFault(FAULTS.graphRefused, { copy: [{ label: LABELS.error, value }, ...request] });
}
