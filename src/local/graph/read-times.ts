import { z } from "zod";
import { HOUR, parseInstant, type Instant } from "../instant";
import { GraphError } from "./graph-error";

/** A moment of a body: ISO 8601 with seconds and a zone. */
export const instantSchema = z.string().transform((text, context): Instant => {
  const instant = parseInstant(text);
  if (instant !== undefined) return instant;
  context.addIssue({ code: "custom", message: `cannot read "${text}" as a DateTimeOffset` });
  return z.NEVER;
});

/** When a meeting starts and ends. */
interface Times {
  startsAt: Instant;
  endsAt: Instant;
}

/**
 * The times of a createOrGet: none given, now and one hour; a start alone, one hour.
 * Source: learn.microsoft.com/graph/api/onlinemeeting-createorget (notes). The text of the refusals
 * is not documented.
 *
 * @throws GraphError 400 for an end without a start or before it
 */
export function readCreateTimes(
  start: Instant | undefined,
  end: Instant | undefined,
  now: Instant,
): Times {
  if (end !== undefined && start === undefined)
    throw GraphError.badRequest("endDateTime was given without startDateTime.");
  const startsAt = start ?? now;
  return checkOrder({ startsAt, endsAt: end ?? startsAt + HOUR });
}

/**
 * The times of a PATCH, which always come as a pair; `undefined` when neither was given.
 * Source: learn.microsoft.com/graph/api/onlinemeeting-update#request-body.
 *
 * @throws GraphError 400 for one alone, or an end before the start
 */
export function readUpdateTimes(
  start: Instant | undefined,
  end: Instant | undefined,
): Times | undefined {
  if (start === undefined && end === undefined) return undefined;
  if (start === undefined || end === undefined)
    throw GraphError.badRequest("startDateTime and endDateTime must appear in pairs.");
  return checkOrder({ startsAt: start, endsAt: end });
}

function checkOrder(times: Times): Times {
  if (times.endsAt >= times.startsAt) return times;
  throw GraphError.badRequest("endDateTime is earlier than startDateTime.");
}
