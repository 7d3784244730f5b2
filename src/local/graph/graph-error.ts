import { randomUUID } from "node:crypto";
import type { Request, Response } from "express";

/**
 * An error with Graph's code and message.
 * Source: learn.microsoft.com/graph/errors. The meeting service puts the numbers before some messages ("3004: …").
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

  /** For an unknown user, a user without a Teams license, and a user principal name in the path. */
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

/** The code of a planned fault that has a status and no body. */
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

/** Sets `request-id` and `client-request-id`, which is the caller's or else the same id. */
export function setRequestIds(req: Request, res: Response): void {
  const requestId = randomUUID();
  res.set("request-id", requestId);
  res.set("client-request-id", req.get("client-request-id") ?? requestId);
}

/** Sends Graph's error envelope, with the ids of `setRequestIds`. */
export function sendGraphError(res: Response, error: GraphError, now: Date): void {
  if (error.status === 401) res.set("WWW-Authenticate", 'Bearer realm=""');
  res.status(error.status).json({
    error: {
      code: error.code,
      message: error.message,
      innerError: {
        // Graph writes it without a time zone.
        date: now.toISOString().slice(0, 19),
        "request-id": res.get("request-id"),
        "client-request-id": res.get("client-request-id"),
      },
    },
  });
}

/** Sends the envelope for a status that has a code, and an empty body for others. */
export function sendStatusError(res: Response, status: number, now: Date): void {
  const code = CODES[status];
  if (code) sendGraphError(res, new GraphError(status, code, ""), now);
  else res.end();
}
