import express, { type RequestHandler } from "express";
import { parseJson } from "../json";
import type { RequestLog } from "../request-log";
import { stampIds } from "./graph-error";

/** Graph itself refuses bodies over 4 MB; a meeting is far below a tenth of that. */
const BODY_LIMIT = "256kb";

/**
 * Gives each call its ids, writes it to the log, and leaves its body in `req.body`: parsed, or
 * `undefined` when it is not JSON.
 */
export function createRecordCall(log: RequestLog): RequestHandler {
  const readText = express.text({ type: () => true, limit: BODY_LIMIT });
  return (req, res, next) => {
    const entry = log.open(req.method, req.originalUrl);
    stampIds(req, res);
    res.on("finish", () => {
      entry.status = res.statusCode;
    });
    readText(req, res, (error?: unknown) => {
      const body = typeof req.body === "string" ? parseJson(req.body) : undefined;
      req.body = body;
      entry.body = body ?? null;
      next(error);
    });
  };
}
