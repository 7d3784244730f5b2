import express, { type ErrorRequestHandler, type Express } from "express";
import type { CloudState } from "./cloud-state";
import { createControlSurface } from "./control-surface";
import { createEntraRouter } from "./entra/entra-router";
import { renderFrontPage } from "./front-page";
import { createGraphRouter } from "./graph/graph-router";
import { listLocalMeetings } from "./graph/online-meeting";
import { createIdentityEndpoint, IDENTITY_PATH } from "./identity-endpoint";

/** Serves Graph, Entra, managed identities and the control surface on one origin. */
export function createLocalApp(state: CloudState): Express {
  const app = express();
  app.disable("x-powered-by");
  // Graph sends no ETag, and one would turn repeated responses into 304.
  app.disable("etag");
  app.get("/", (_req, res) => {
    const page = { meetings: listLocalMeetings(state), requests: state.log.list() };
    res.type("html").send(renderFrontPage(page));
  });
  app.use("/_local", createControlSurface(state));
  app.use(["/v1.0", "/beta"], createGraphRouter(state));
  app.use(IDENTITY_PATH, createIdentityEndpoint(state));
  app.use(createEntraRouter(state));
  app.use((req, res) => {
    res
      .status(404)
      .json({ error: `There is no ${req.method} ${req.path} here; GET / lists what is.` });
  });
  app.use(answerUnexpected);
  return app;
}

const answerUnexpected: ErrorRequestHandler = (error: unknown, _req, res, next) => {
  if (res.headersSent) return next(error);
  const message = error instanceof Error ? error.message : String(error);
  res.status(500).json({ error: { code: "InternalServerError", message } });
};
