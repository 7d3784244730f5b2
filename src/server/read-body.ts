import type { IncomingMessage } from "node:http";
import getRawBody from "raw-body";

const utf8 = new TextDecoder();

/** Why a request isn't what it should be, in one sentence for its sender. */
export const fail = (status: number, error: string) => ({ ok: false as const, status, error });

type ReadBody = { ok: true; text: string } | ReturnType<typeof fail>;

/** The body of a request as text, or why it can't be read. */
export function readBody(request: IncomingMessage, limitBytes: number): Promise<ReadBody> {
  const length = request.headers["content-length"];
  return new Promise((resolve) => {
    getRawBody(request, { length, limit: limitBytes }, (error: Error | null, bytes) => {
      if (!error) {
        resolve({ ok: true, text: utf8.decode(bytes) });
        return;
      }
      request.resume(); // raw-body pauses it, which would block the connection's next request
      resolve(
        isTooLarge(error)
          ? fail(413, `The body is larger than ${limitBytes / 1024} KB.`)
          : fail(400, "The body could not be read to its end."),
      );
    });
  });
}

/** https://github.com/stream-utils/raw-body#errors */
function isTooLarge(error: unknown): boolean {
  return error instanceof Error && "type" in error && error.type === "entity.too.large";
}
