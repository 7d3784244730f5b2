import { Router, type ErrorRequestHandler } from "express";
import type { SigningKeys } from "../entra/signing-keys";
import type { FaultPlan } from "../faults";
import type { LocalSettings } from "../local-settings";
import { createMeetFault } from "../meet-fault";
import type { Pause } from "../pause";
import { readHttpStatus } from "../read-http-status";
import type { RequestLog } from "../request-log";
import { createCreateOrGet } from "./create-or-get";
import { findMeeting, findOwnMeeting } from "./find-meeting";
import { GraphError, sendGraphError, sendPlannedError } from "./graph-error";
import type { MeetingStore } from "./meeting-store";
import { readCaller } from "./read-caller";
import { createRecordCall } from "./record-call";
import { createRunOperation } from "./run-operation";
import { createListTeamMembers } from "./team-members";
import { createUpdateMeeting } from "./update-meeting";

/** What the embedded Graph is built from. */
export interface GraphParts {
  keys: SigningKeys;
  meetings: MeetingStore;
  log: RequestLog;
  faults: FaultPlan;
  settings: LocalSettings;
  now: () => Date;
  pause: Pause;
}

/** The online meetings and the team members of Graph, to be mounted on `/v1.0` and `/beta`. */
export function createGraphRouter(parts: GraphParts): Router {
  const { keys, meetings, log, faults, settings, now, pause } = parts;
  const run = createRunOperation(keys, settings);
  const router = Router();
  router.use(createRecordCall(log));
  router.use(createMeetFault(faults, pause, (res, status) => sendPlannedError(res, status, now())));
  for (const owner of ["/me", "/users/:userId"]) {
    const all = `${owner}/onlineMeetings`;
    const one = `${all}/:meetingId`;
    router.post(
      `${all}/createOrGet`,
      run("write", createCreateOrGet({ meetings, settings, now, pause })),
    );
    router.get(
      one,
      run("read", (call) => ({ status: 200, meeting: findMeeting(meetings, call) })),
    );
    router.patch(one, run("write", createUpdateMeeting({ meetings, settings, now })));
    router.delete(
      one,
      run("write", (call) => {
        findOwnMeeting(meetings, call).isDeleted = true;
        return { status: 204 };
      }),
    );
  }
  router.get("/teams/:teamId/members", createListTeamMembers(keys, settings));
  router.use((req) => {
    readCaller(req.get("Authorization"), keys);
    const segment = req.path.split("/").findLast(Boolean) ?? "";
    throw GraphError.badRequest(`Resource not found for the segment '${segment}'.`);
  });
  router.use(createErrorAnswer(now));
  return router;
}

function createErrorAnswer(now: () => Date): ErrorRequestHandler {
  return (error: unknown, _req, res, next) => {
    const refusal = error instanceof GraphError ? error : toBodyRefusal(error);
    if (refusal) sendGraphError(res, refusal, now());
    else next(error);
  };
}

/** What the body parser and the router refuse: a body too large, an encoding, a broken path. */
function toBodyRefusal(error: unknown): GraphError | undefined {
  const status = readHttpStatus(error);
  if (status === 413)
    return new GraphError(413, "RequestEntityTooLarge", "The request body is too large.");
  return status < 500
    ? new GraphError(status, "BadRequest", "The request cannot be read.")
    : undefined;
}
