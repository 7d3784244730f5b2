import express, { type ErrorRequestHandler, type Express } from "express";
import { createControlSurface } from "./control-surface";
import { createEntraRouter } from "./entra/entra-router";
import { renderFrontPage } from "./front-page";
import { createGraphRouter, type GraphParts } from "./graph/graph-router";
import { createIdentityEndpoint, IDENTITY_PATH } from "./identity-endpoint";
import { toLocalMeeting, type LocalMeeting } from "./local-meeting";

/** What the server is built from. */
interface LocalParts extends GraphParts {
  origin: string;
}

/** The whole server: Graph, Entra, the machine's identities and the control surface on one origin. */
export function createLocalApp(parts: LocalParts): Express {
  const listMeetings = (): LocalMeeting[] =>
    parts.meetings.list().map((one) => toLocalMeeting(one, parts.settings));
  const app = express();
  app.disable("x-powered-by");
  // A fingerprint would turn repeated answers into 304, which Graph does not send.
  app.disable("etag");
  app.get("/", (_req, res) => {
    const page = renderFrontPage({ meetings: listMeetings(), requests: parts.log.list() });
    res.type("html").send(page);
  });
  app.use("/_local", createControlSurface({ ...parts, listMeetings }));
  app.use(["/v1.0", "/beta"], createGraphRouter(parts));
  app.use(IDENTITY_PATH, createIdentityEndpoint(parts));
  app.use(createEntraRouter(parts));
  app.use((req, res) => {
    res
      .status(404)
      .json({ error: `There is no ${req.method} ${req.path} here; GET / lists what is.` });
  });
  app.use(answerUnexpected);
  return app;
}

/** Also where calls end that were waiting when the server closed: nobody is there to read it. */
const answerUnexpected: ErrorRequestHandler = (error: unknown, _req, res, next) => {
  if (res.headersSent) return next(error);
  const message = error instanceof Error ? error.message : String(error);
  res.status(500).json({ error: { code: "InternalServerError", message } });
};
