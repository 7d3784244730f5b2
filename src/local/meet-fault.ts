import type { RequestHandler, Response } from "express";
import type { FaultPlan, PlannedFault } from "./faults";
import type { Pause } from "./pause";

/** Writes the body that a failing call gets when its fault names none. */
export type WriteDefaultBody = (res: Response, status: number) => void;

/** Lets each call meet the fault that is planned for it: a delay, an answer, or a cut connection. */
export function createMeetFault(
  faults: FaultPlan,
  pause: Pause,
  writeDefaultBody: WriteDefaultBody,
): RequestHandler {
  return async (req, res, next) => {
    const fault = faults.take(req.originalUrl);
    if (!fault) return next();
    if (fault.delayMs > 0) await pause(fault.delayMs);
    if (fault.drop) return void req.socket.destroy();
    if (fault.status === undefined) return next();
    return sendFault(res, fault, fault.status, writeDefaultBody);
  };
}

function sendFault(
  res: Response,
  fault: PlannedFault,
  status: number,
  writeDefaultBody: WriteDefaultBody,
): void {
  res.status(status);
  if (typeof fault.body === "string")
    res.type(fault.body.trimStart().startsWith("<") ? "html" : "text");
  if (fault.headers) res.set(fault.headers);
  if (fault.body === undefined) writeDefaultBody(res, status);
  else if (typeof fault.body === "string") res.send(fault.body);
  else res.json(fault.body);
}
