import { randomUUID } from "node:crypto";
import type { Request, Response } from "express";

/**
 * A refusal in Graph's words.
 * Source: learn.microsoft.com/graph/errors; the numbers before some messages ("3004: …") are those
 * that the meeting service puts there.
 */
export class GraphError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = "GraphError";
  }

  static badRequest(message: string): GraphError {
    return new GraphError(400, "BadRequest", message);
  }

  /** An unknown user, a user principal name in the path, or a user without a Teams licence. */
  static noSuchUser(): GraphError {
    return new GraphError(404, "UnknownError", "");
  }

  static noSuchMeeting(): GraphError {
    return new GraphError(404, "NotFound", "3004: Meeting properties are not found");
  }

  static notInMeeting(): GraphError {
    return new GraphError(403, "Forbidden", "3003: User does not have access to lookup meeting");
  }
}

/** The codes of planned failures that name a status and no body. */
const CODES: Record<number, string> = {
  400: "BadRequest",
  401: "InvalidAuthenticationToken",
  403: "Forbidden",
  404: "NotFound",
  409: "Conflict",
  429: "TooManyRequests",
  500: "InternalServerError",
  502: "BadGateway",
  503: "ServiceUnavailable",
  504: "GatewayTimeout",
};

/** Gives an answer its `request-id` and `client-request-id`: the caller's own, else the same id. */
export function stampIds(req: Request, res: Response): void {
  const requestId = randomUUID();
  res.set("request-id", requestId);
  res.set("client-request-id", req.get("client-request-id") ?? requestId);
}

/** Writes Graph's error envelope with the ids that `stampIds` set. */
export function sendGraphError(res: Response, error: GraphError, now: Date): void {
  if (error.status === 401) res.set("WWW-Authenticate", 'Bearer realm=""');
  res.status(error.status).json({
    error: {
      code: error.code,
      message: error.message,
      innerError: {
        // Without a zone, as Graph writes it.
        date: now.toISOString().slice(0, 19),
        "request-id": res.get("request-id"),
        "client-request-id": res.get("client-request-id"),
      },
    },
  });
}

/** The body of a planned failure that names a status only: the envelope, or nothing. */
export function sendPlannedError(res: Response, status: number, now: Date): void {
  const code = CODES[status];
  if (code) sendGraphError(res, new GraphError(status, code, ""), now);
  else res.end();
}
