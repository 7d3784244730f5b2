import type { Request, RequestHandler, Response } from "express";
import * as z from "zod";
import type { CloudState } from "./cloud-state";

/** The body of `POST /_local/faults` and the argument of `addFault`. */
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

/** A planned failure of the next `times` calls whose path contains `match`. */
export type Fault = z.input<typeof faultSchema>;

/** A fault with its defaults; `times` counts down. */
export type PlannedFault = z.output<typeof faultSchema>;

export type FaultPlan = ReturnType<typeof createFaultPlan>;

/** Keeps the faults that haven't happened yet. */
export function createFaultPlan() {
  const plan = new Map<string, PlannedFault>();
  return {
    /** Replaces a fault with the same `match`. */
    add(fault: PlannedFault): void {
      plan.delete(fault.match);
      plan.set(fault.match, { ...fault });
    },
    /** Uses up the oldest fault that matches the path. */
    take(path: string): PlannedFault | undefined {
      const spellings = [path, decodePath(path)];
      for (const fault of plan.values()) {
        if (!spellings.some((spelling) => spelling.includes(fault.match))) continue;
        fault.times -= 1;
        if (fault.times === 0) plan.delete(fault.match);
        return fault;
      }
      return undefined;
    },
    /** The faults that haven't happened yet. */
    list: (): PlannedFault[] => [...plan.values()],
    clear(): PlannedFault[] {
      const unused = [...plan.values()];
      plan.clear();
      return unused;
    },
  };
}

/** Cuts the connection in the middle of the body. */
function sendHalf(req: Request, res: Response, body: NonNullable<Fault["body"]>): void {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  res.set("Content-Length", String(Buffer.byteLength(text)));
  res.write(text.slice(0, text.length / 2), () => req.socket.destroy());
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * Applies the fault that is planned for a call: a delay, a response, or a cut connection.
 *
 * @param sendDefaultBody writes the body of a fault that has a status only
 */
export function createFaultInjector(
  { faults, pause }: Pick<CloudState, "faults" | "pause">,
  sendDefaultBody: (res: Response, status: number) => void,
): RequestHandler {
  return async (req, res, next) => {
    const fault = faults.take(req.originalUrl);
    if (fault?.delayMs) {
      const disconnected = new AbortController();
      res.on("close", () => disconnected.abort());
      await pause(fault.delayMs, disconnected.signal);
      if (disconnected.signal.aborted) return;
    }
    if (fault?.drop && fault.body === undefined) return void req.socket.destroy();
    if (fault?.status === undefined) return next();
    const { status, headers = {}, body, drop } = fault;
    if (drop && body !== undefined) return sendHalf(req, res.status(status).set(headers), body);
    res.status(status);
    if (typeof body === "string") res.type(body.trimStart().startsWith("<") ? "html" : "text");
    res.set(headers);
    if (body === undefined) sendDefaultBody(res, status);
    else if (typeof body === "string") res.send(body);
    else res.json(body);
  };
}
