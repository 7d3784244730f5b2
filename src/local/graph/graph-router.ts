import express, { Router, type ErrorRequestHandler, type RequestHandler } from "express";
import type { CloudState } from "../cloud-state";
import { createFaultInjector } from "../faults";
import { parseJson, readHttpStatus } from "../request-body";
import { createListAttendanceReports } from "./calls/attendance-reports";
import { createSubscriptionEndpoints } from "./calls/subscription-endpoints";
import { readCaller } from "./caller";
import { createOrGet } from "./create-or-get";
import { GraphError, sendGraphError, sendStatusError, setRequestIds } from "./graph-error";
import { findMeeting, findOwnMeeting, handleOperation, type Operation } from "./operation";
import { createListTeamMembers } from "./team-members";
import { updateMeeting } from "./update-meeting";

/** Graph refuses bodies over 4 MB; a meeting needs much less. */
const BODY_LIMIT = "256kb";

/** Graph's online meetings, subscriptions and team members, for `/v1.0` and `/beta`. */
export function createGraphRouter(state: CloudState): Router {
  const { keys, now } = state;
  const read = (operation: Operation) => handleOperation(state, "read", operation);
  const write = (operation: Operation) => handleOperation(state, "write", operation);
  const router = Router();
  router.use(createCallRecorder(state));
  router.use(createFaultInjector(state, (res, status) => sendStatusError(res, status, now())));
  for (const owner of ["/me", "/users/:userId"]) {
    const meetings = `${owner}/onlineMeetings`;
    router.post(`${meetings}/createOrGet`, write(createOrGet));
    router
      .route(`${meetings}/:meetingId`)
      .get(read((call) => ({ status: 200, meeting: findMeeting(call, state) })))
      .patch(write(updateMeeting))
      .delete(
        write((call) => {
          findOwnMeeting(call, state).isDeleted = true;
          return { status: 204 };
        }),
      );
    router.get(`${meetings}/:meetingId/attendanceReports`, createListAttendanceReports(state));
  }
  const subscriptions = createSubscriptionEndpoints(state);
  // v1.0 has no call events.
  router.use("/subscriptions", (req, res, next) => {
    if (req.baseUrl.toLowerCase().startsWith("/beta")) subscriptions(req, res, next);
    else next();
  });
  router.get("/teams/:teamId/members", createListTeamMembers(state));
  router.use((req) => {
    readCaller(req.get("Authorization"), keys);
    const segment = req.path.split("/").findLast(Boolean) ?? "";
    throw GraphError.badRequest(`Resource not found for the segment '${segment}'.`);
  });
  const sendError: ErrorRequestHandler = (error: unknown, _req, res, next) => {
    const graphError = error instanceof GraphError ? error : toGraphError(error);
    if (graphError) sendGraphError(res, graphError, now());
    else next(error);
  };
  router.use(sendError);
  return router;
}

/** Logs each call and sets `req.body` to its parsed JSON, or to `undefined`. */
function createCallRecorder({ log }: Pick<CloudState, "log">): RequestHandler {
  const readText = express.text({ type: () => true, limit: BODY_LIMIT });
  return (req, res, next) => {
    const entry = log.open(req.method, req.originalUrl);
    setRequestIds(req, res);
    res.on("finish", () => {
      entry.status = res.statusCode;
    });
    readText(req, res, (error?: unknown) => {
      req.body = typeof req.body === "string" ? parseJson(req.body) : undefined;
      entry.body = req.body ?? null;
      next(error);
    });
  };
}

/** The errors of the body parser and the router: a large body, an unknown encoding, an invalid path. */
function toGraphError(error: unknown): GraphError | undefined {
  const status = readHttpStatus(error);
  if (status === 413)
    return new GraphError(413, "RequestEntityTooLarge", "The request body is too large.");
  if (status >= 500) return undefined;
  return new GraphError(status, "BadRequest", "The request cannot be read.");
}
