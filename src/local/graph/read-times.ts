import { z } from "zod";
import { HOUR, parseInstant, type Instant } from "../instant";
import { GraphError } from "./graph-error";

/** ISO 8601 with seconds and a UTC offset. */
export const instantSchema = z.string().transform((text, context): Instant => {
  const instant = parseInstant(text);
  if (instant !== undefined) return instant;
  context.addIssue({ code: "custom", message: `cannot read "${text}" as a DateTimeOffset` });
  return z.NEVER;
});

/**
 * The times of a createOrGet. The start defaults to now, and the end to an hour after the start.
 * Source: learn.microsoft.com/graph/api/onlinemeeting-createorget (notes). Its errors are undocumented.
 *
 * @throws GraphError 400 for an end before the start or without one
 */
export function readCreateTimes(start: Instant | null, end: Instant | null, now: Instant) {
  if (end !== null && start === null)
    throw GraphError.badRequest("endDateTime was given without startDateTime.");
  const startsAt = start ?? now;
  return checkOrder(startsAt, end ?? startsAt + HOUR);
}

/**
 * The times of a PATCH: both or none.
 * Source: learn.microsoft.com/graph/api/onlinemeeting-update#request-body.
 *
 * @throws GraphError 400 for one alone, or an end before the start
 */
export function readUpdateTimes(start: Instant | undefined, end: Instant | undefined) {
  if (start === undefined && end === undefined) return undefined;
  if (start === undefined || end === undefined)
    throw GraphError.badRequest("startDateTime and endDateTime must appear in pairs.");
  return checkOrder(start, end);
}

function checkOrder(startsAt: Instant, endsAt: Instant) {
  if (endsAt >= startsAt) return { startsAt, endsAt };
  throw GraphError.badRequest("endDateTime is earlier than startDateTime.");
}
