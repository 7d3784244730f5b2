/**
 * Runs inside the Playground, before its own code, and mends what Microsoft 365 Agents Playground 0.2.28 has
 * no option for.
 */
import { Server as HttpServer, type IncomingMessage } from "node:http";
import { Server } from "node:net";

/** Enough for the page to hear that its own message was taken. */
const CONNECTOR_DELAY_MS = 100;

listenOnLoopbackOnly();
holdRepliesForAMoment();
endWithParent();

/** It listens on all addresses, and takes activities from whoever can reach it. */
function listenOnLoopbackOnly(): void {
  const listen = Reflect.get(Server.prototype, "listen");
  Reflect.set(Server.prototype, "listen", function (this: Server, ...options: unknown[]) {
    const [port, second, ...rest] = options;
    const isWithoutHost = typeof port === "number" && typeof second !== "string";
    const pinned = isWithoutHost ? [port, "127.0.0.1", second, ...rest] : options;
    return Reflect.apply(
      listen,
      this,
      pinned.filter((option) => option !== undefined),
    );
  });
}

/**
 * The page stops showing replies for good when one reaches it before the answer to its own new post, as
 * those of a bot on the same machine can.
 */
function holdRepliesForAMoment(): void {
  const emit = Reflect.get(HttpServer.prototype, "emit");
  Reflect.set(
    HttpServer.prototype,
    "emit",
    function (this: HttpServer, event: string, request: IncomingMessage, ...rest: unknown[]) {
      const pass = (): unknown => Reflect.apply(emit, this, [event, request, ...rest]);
      const isReply =
        event === "request" &&
        request.method === "POST" &&
        request.url?.startsWith("/_connector/v3/conversations/");
      if (!isReply) return pass();
      setTimeout(pass, CONNECTOR_DELAY_MS);
      return true;
    },
  );
}

/** Nobody stops it when the demo is killed. */
function endWithParent(): void {
  process.stdin.on("close", () => process.exit()).resume();
}
