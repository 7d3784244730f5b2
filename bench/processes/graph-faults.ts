import type { Fault } from "../../src/local/local-cloud";

type FaultKind = Omit<Fault, "match">;

/** Text that people in Teams must not see. */
export const GRAPH_ERROR_CODE = "CodeOfGraph";
export const GRAPH_ERROR_MESSAGE = "MessageOfGraph";
const error = { code: GRAPH_ERROR_CODE, message: GRAPH_ERROR_MESSAGE };

const toError = (status: number): FaultKind => ({ status, body: { error } });

/** What Graph does on a bad day. `passing`: asking again helps. `any`: Graph may also refuse for good. */
const KINDS = {
  passing: [
    toError(503),
    { drop: true },
    toError(500),
    // With up to 550 ms that the bot adds, it stays below a second. A slow clock stretches longer waits to minutes.
    { ...toError(429), headers: { "retry-after": "0.3" } },
    toError(504),
  ],
  any: [
    toError(400),
    toError(403),
    { status: 200, body: `<html><title>${GRAPH_ERROR_MESSAGE}</title></html>` },
    toError(404),
    toError(409),
    toError(502),
    toError(401),
  ],
} satisfies Record<string, FaultKind[]>;

export type FaultKinds = keyof typeof KINDS;

/** Plans faults for a share of the calls, evenly spread, so that every run has as many. */
export function createFaultSeries(percent: number, kinds: FaultKinds) {
  let calls = 0;
  let faults = 0;
  return {
    /** The fault of the next call, if it has one. */
    next(): FaultKind | undefined {
      calls += 1;
      if (Math.floor((calls * percent) / 100) === faults) return undefined;
      faults += 1;
      return KINDS[kinds][faults % KINDS[kinds].length];
    },
  };
}
