import express, { Router, type ErrorRequestHandler } from "express";
import { z } from "zod";
import { createUserToken } from "./entra/tokens";
import type { SigningKeys } from "./entra/signing-keys";
import { explainIssue } from "./explain-issue";
import { faultSchema, type FaultPlan } from "./faults";
import { isGuid } from "./is-guid";
import type { LocalMeeting } from "./local-meeting";
import { settingsPatchSchema, type LocalSettings } from "./local-settings";
import { readHttpStatus } from "./read-http-status";
import type { RequestLog } from "./request-log";

const guid = z.string().refine(isGuid, { error: "is not a GUID" });

const userTokenSchema = z.strictObject({
  tenantId: guid,
  userId: guid,
  audience: z.string().min(1),
  upn: z.string().optional(),
  name: z.string().optional(),
  scopes: z.array(z.string()).optional(),
  lifetimeSeconds: z.int().min(1).optional(),
});

/** What the control surface shows and steers. */
interface ControlParts {
  log: RequestLog;
  faults: FaultPlan;
  settings: LocalSettings;
  keys: SigningKeys;
  listMeetings: () => LocalMeeting[];
}

/** `/_local`: what was asked, what exists, what shall fail, how the cloud behaves. */
export function createControlSurface(parts: ControlParts): Router {
  const { log, faults, settings, keys, listMeetings } = parts;
  const router = Router();
  router.use(express.json({ type: () => true, strict: false, limit: "1mb" }));
  router
    .route("/requests")
    .get((_req, res) => void res.json(log.list()))
    .delete((_req, res) => {
      log.clear();
      res.sendStatus(204);
    });
  router.get("/meetings", (_req, res) => void res.json(listMeetings()));
  router
    .route("/faults")
    .post((req, res) => {
      const fault = read(req.body, faultSchema);
      faults.add(fault);
      res.status(201).json(fault);
    })
    .delete((_req, res) => void res.json(faults.clear()));
  router
    .route("/settings")
    .get((_req, res) => void res.json(settings))
    .patch(
      (req, res) => void res.json(Object.assign(settings, read(req.body, settingsPatchSchema))),
    );
  router.post("/user-tokens", (req, res) => {
    const token = createUserToken(read(req.body, userTokenSchema), keys, settings);
    res.status(201).json({ token });
  });
  router.use((req, res) => {
    res.status(404).json({ error: `There is no ${req.method} ${req.originalUrl}.` });
  });
  router.use(answerError);
  return router;
}

/** A body of the control surface that is wrong. */
class ControlError extends Error {}

function read<T>(body: unknown, schema: z.ZodType<T>): T {
  const result = schema.safeParse(body ?? {});
  if (result.success) return result.data;
  throw new ControlError(explainIssue(result.error));
}

const answerError: ErrorRequestHandler = (error: unknown, _req, res, next) => {
  const status = error instanceof ControlError ? 400 : readHttpStatus(error);
  if (status === 500) return next(error);
  res.status(status).json({ error: explainRefusal(error, status) });
};

function explainRefusal(error: unknown, status: number): string {
  if (error instanceof ControlError) return error.message;
  return status === 413 ? "The body is larger than 1 MB." : "The body is not JSON.";
}
