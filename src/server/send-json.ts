import type { ServerResponse } from "node:http";

/**
 * Without `writeHead`, Node knows the length before it sends the headers: it sends everything in one piece.
 *
 * @param body JSON, or a value to write as JSON
 */
export function sendJson(response: ServerResponse, status: number, body?: unknown): void {
  response.statusCode = status;
  if (body === undefined) {
    response.end();
    return;
  }
  response.setHeader("content-type", "application/json; charset=utf-8");
  response.end(Buffer.isBuffer(body) ? body : JSON.stringify(body));
}
