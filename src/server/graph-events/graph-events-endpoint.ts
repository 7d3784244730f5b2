import type { IncomingMessage, ServerResponse } from "node:http";
import { parseJson } from "../../errors";
import type { Log } from "../../log";
import { fail, readBody } from "../read-body";
import { sendJson } from "../send-json";
import { parseNotifications, type NotificationBatch } from "./parse-notifications";

/** Graph puts many notifications into one request. One about 100 people has 40 KB. */
const BODY_LIMIT_BYTES = 1024 * 1024;
const MAX_VALIDATION_TOKEN_LENGTH = 2_048;
/** Requests at work. Graph sends the others again. */
const MAX_PENDING = 100;

export interface GraphEventsDeps {
  handleNotifications: (batch: NotificationBatch) => Promise<void>;
  /** Keeps the process alive until the work is done, and logs its error. */
  waitUntil: (work: Promise<unknown>) => void;
  log: Log;
}

/**
 * Answers Graph's notifications with 202 before any work, because Graph waits 3 s and drops subscribers that are slow; and
 * returns the token with which Graph validates this address.
 * https://learn.microsoft.com/graph/change-notifications-delivery-webhooks
 */
export function createGraphEventsEndpoint({
  handleNotifications,
  waitUntil,
  log,
}: GraphEventsDeps) {
  let pendingCount = 0;

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== "POST") return sendError(response, 405, "Send notifications by POST.");
    const { searchParams } = new URL(request.url ?? "", "http://localhost");
    const token = searchParams.get("validationToken");
    if (token !== null) {
      request.resume();
      return sendValidation(response, token);
    }
    const read = await readBatch(request);
    if (!read.ok) {
      const { status, error } = read;
      log.info({ status, problem: error }, "received a request that isn't a notification");
      return sendError(response, status, error);
    }
    if (pendingCount >= MAX_PENDING) {
      return sendError(response, 503, "This server is busy. Try again.");
    }
    response.writeHead(202).end();
    pendingCount += 1;
    waitUntil(handleNotifications(read.batch).finally(() => (pendingCount -= 1)));
  };
}

/** As plain text that no browser takes for anything else. */
function sendValidation(response: ServerResponse, token: string): void {
  if (token.length > MAX_VALIDATION_TOKEN_LENGTH) {
    return sendError(response, 400, "The validation token is too long.");
  }
  response.writeHead(200, {
    "content-type": "text/plain; charset=utf-8",
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'",
  });
  response.end(token);
}

async function readBatch(request: IncomingMessage) {
  const read = await readBody(request, BODY_LIMIT_BYTES);
  if (!read.ok) return read;
  const batch = parseNotifications(parseJson(read.text));
  return batch
    ? { ok: true as const, batch }
    : fail(400, "The body isn’t a collection of notifications.");
}

function sendError(response: ServerResponse, status: number, error: string): void {
  sendJson(response, status, { error });
}
