import { z } from "zod";

/** What a fault may look like; `POST /_local/faults` and `addFault` take the same. */
export const faultSchema = z
  .strictObject({
    match: z.string().min(1),
    times: z.int().min(1).default(1),
    status: z.int().min(200).max(599).optional(),
    headers: z.record(z.string(), z.string()).optional(),
    body: z.union([z.string(), z.record(z.string(), z.json())]).optional(),
    delayMs: z.int().min(0).default(0),
    drop: z.boolean().default(false),
  })
  .refine((fault) => fault.status !== undefined || (!fault.headers && fault.body === undefined), {
    error: 'needs a "status" beside "headers" or "body"',
    path: ["status"],
  })
  .refine((fault) => fault.status !== undefined || fault.drop || fault.delayMs > 0, {
    error: 'one of "status", "delayMs" and "drop" says what goes wrong',
  });

/** A planned failure: the next `times` calls whose path contains `match`. */
export type Fault = z.input<typeof faultSchema>;

/** A fault with its defaults filled in; `times` is how often it is still to happen. */
export type PlannedFault = z.output<typeof faultSchema>;

/** The failures that are still to happen. */
export interface FaultPlan {
  /** Adds a fault; one with the same `match` is replaced. */
  add(fault: PlannedFault): void;
  /** The fault that this call meets, if any; the oldest that matches is used up first. */
  take(path: string): PlannedFault | undefined;
  /** Forgets all faults and returns the ones that did not happen. */
  clear(): PlannedFault[];
}

export function createFaultPlan(): FaultPlan {
  const plan = new Map<string, PlannedFault>();
  return {
    add(fault) {
      plan.delete(fault.match);
      plan.set(fault.match, { ...fault });
    },
    take(path) {
      for (const fault of plan.values()) {
        if (!path.includes(fault.match) && !decodePath(path).includes(fault.match)) continue;
        fault.times -= 1;
        if (fault.times === 0) plan.delete(fault.match);
        return fault;
      }
      return undefined;
    },
    clear() {
      const unused = [...plan.values()];
      plan.clear();
      return unused;
    },
  };
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
