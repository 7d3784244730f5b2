import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import express, { type RequestHandler } from "express";
import helmet from "helmet";
import type { Log } from "../log";
import { LINK_PATH } from "../meetings/tokens/meeting-link";

/** By this the set-up's check knows that it found this program, and no other. */
const PROGRAM = "rendezvous";

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Everything that is served. Activities go straight from `node:http` to their handler, for speed; pages and
 * the rest go by Express with helmet's security headers.
 */
export function createHttpHandler(deps: {
  messages: Handler;
  meetingLinkPage: RequestHandler;
  /** Only where people sign in. */
  signInPages?: RequestHandler;
  isStopping: () => boolean;
  log: Log;
}): RequestListener {
  const pages = express();
  pages.use(helmet());
  pages.get("/healthz", (_request, response) => {
    const isStopping = deps.isStopping();
    const status = isStopping ? "stopping" : "ok";
    response.status(isStopping ? 503 : 200).json({ status, program: PROGRAM });
  });
  pages.use(LINK_PATH, deps.meetingLinkPage);
  if (deps.signInPages) pages.use(deps.signInPages);
  pages.use((_request, response) => {
    response.status(404).json({ error: "There is nothing here." });
  });

  return (request, response) => {
    if (request.url?.split("?")[0] !== "/api/messages") pages(request, response);
    else {
      deps.messages(request, response).catch((error: unknown) => {
        deps.log.error({}, "a request could not be answered", error);
        response.destroy();
      });
    }
  };
}
