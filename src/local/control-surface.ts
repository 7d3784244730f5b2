import express, { Router, type ErrorRequestHandler } from "express";
import * as z from "zod";
import type { CloudState } from "./cloud-state";
import { createUserToken, userTokenSchema } from "./entra/tokens";
import { faultSchema } from "./faults";
import { callChangeSchema } from "./graph/calls/call-log";
import { handleAsync } from "./handle-async";
import { listLocalMeetings } from "./graph/online-meeting";
import { settingsSchema } from "./local-settings";
import { explainIssue, readHttpStatus } from "./request-body";

/** `/_local` shows Graph calls and meetings, changes calls, plans faults, and changes settings. */
export function createControlSurface(state: CloudState): Router {
  const { log, faults, settings, keys, subscriptions, notifications, calls, botEvents } = state;
  const changeCall = handleAsync(async (req, res) => {
    const change = parseBody(req.body, callChangeSchema);
    await botEvents.send(change, await calls.change(change));
    res.sendStatus(204);
  });
  const sendLifecycle = handleAsync(async (req, res) => {
    const { subscriptionId, lifecycleEvent } = parseBody(req.body, lifecycleSchema);
    const subscription = subscriptions.list().find(({ id }) => id === subscriptionId);
    if (!subscription) throw new InvalidBodyError("There is no subscription with this id.");
    if (lifecycleEvent === "subscriptionRemoved") subscriptions.remove(subscriptionId);
    await notifications.sendLifecycle(subscription, lifecycleEvent);
    res.sendStatus(204);
  });
  const router = Router();
  router.use(express.json({ type: () => true, strict: false, limit: "1mb" }));
  router
    .route("/requests")
    .get((_req, res) => void res.json(log.list()))
    .delete((_req, res) => {
      log.clear();
      res.sendStatus(204);
    });
  router.get("/meetings", (_req, res) => void res.json(listLocalMeetings(state)));
  router
    .route("/faults")
    .get((_req, res) => void res.json(faults.list()))
    .post((req, res) => {
      const fault = parseBody(req.body, faultSchema);
      faults.add(fault);
      res.status(201).json(fault);
    })
    .delete((_req, res) => void res.json(faults.clear()));
  router
    .route("/settings")
    .get((_req, res) => void res.json(settings))
    .patch((req, res) => {
      const changed = { ...settings, ...parseBody(req.body, z.looseObject({})) };
      res.json(Object.assign(settings, parseBody(changed, settingsSchema)));
    });
  router.get("/subscriptions", (_req, res) => void res.json(subscriptions.list()));
  router.post("/calls", changeCall);
  router.post("/lifecycle-notifications", sendLifecycle);
  router
    .route("/notifications")
    .get((_req, res) => void res.json(notifications.list()))
    .delete((_req, res) => {
      notifications.clear();
      res.sendStatus(204);
    });
  router.post("/user-tokens", (req, res) => {
    const token = createUserToken(parseBody(req.body, userTokenSchema), keys, settings);
    res.status(201).json({ token });
  });
  router.use((req, res) => {
    res.status(404).json({ error: `There is no ${req.method} ${req.originalUrl}.` });
  });
  router.use(sendError);
  return router;
}

const lifecycleSchema = z.strictObject({
  subscriptionId: z.string(),
  lifecycleEvent: z.enum(["subscriptionRemoved", "missed", "reauthorizationRequired"]),
});

class InvalidBodyError extends Error {}

function parseBody<T>(body: unknown, schema: z.ZodType<T>): T {
  const result = schema.safeParse(body ?? {});
  if (result.success) return result.data;
  throw new InvalidBodyError(explainIssue(result.error));
}

const sendError: ErrorRequestHandler = (error: unknown, _req, res, next) => {
  if (error instanceof InvalidBodyError) return void res.status(400).json({ error: error.message });
  const status = readHttpStatus(error);
  if (status === 500) return next(error);
  const message = status === 413 ? "The body is larger than 1 MB." : "The body is not JSON.";
  res.status(status).json({ error: message });
};
