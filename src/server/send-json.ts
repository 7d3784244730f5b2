import type { ServerResponse } from "node:http";
import { JsonBytes } from "../json-bytes";

/**
 * Without `writeHead`, Node knows the length before it sends the headers: it sends everything in one piece.
 *
 * @param body what to write as JSON
 */
export function sendJson(response: ServerResponse, status: number, body?: unknown): void {
  response.statusCode = status;
  if (body === undefined) {
    response.end();
    return;
  }
  response.setHeader("content-type", "application/json; charset=utf-8");
  if (body instanceof JsonBytes) response.end(body.text, "latin1");
  else response.end(JSON.stringify(body));
}
