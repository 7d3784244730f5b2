import { randomUUID } from "node:crypto";
import express, { Router, type ErrorRequestHandler } from "express";
import type { FaultPlan } from "../faults";
import type { LocalSettings } from "../local-settings";
import { createMeetFault } from "../meet-fault";
import type { Pause } from "../pause";
import { readHttpStatus } from "../read-http-status";
import { answerAuthorize } from "./authorize-endpoint";
import { toInstanceMetadata, toOpenIdConfiguration } from "./discovery";
import { EntraError, toEntraErrorBody } from "./entra-error";
import type { SigningKeys } from "./signing-keys";
import { createSignIns } from "./sign-ins";
import { grantToken } from "./token-endpoint";

/** The body of a planned failure that names none. */
const TRANSIENT = {
  error: "temporarily_unavailable",
  error_description: "AADSTS90033: A transient error has occurred. Please try again.",
  error_codes: [90033],
};

/** What the embedded Entra is built from. */
interface EntraParts {
  origin: string;
  keys: SigningKeys;
  faults: FaultPlan;
  settings: LocalSettings;
  now: () => Date;
  pause: Pause;
}

/** The endpoints of Entra that a confidential client calls, and the sign-in page that its people see. */
export function createEntraRouter(parts: EntraParts): Router {
  const { origin, keys, faults, settings, now, pause } = parts;
  const signIns = createSignIns(now);
  const router = Router();
  router.use(createMeetFault(faults, pause, (res) => void res.json(TRANSIENT)));
  const readForm = express.text({ type: () => true, limit: "256kb" });
  router.post("/:tenant/oauth2/v2.0/token", readForm, (req, res) => {
    const form = readFields(req.body);
    res.set("Cache-Control", "no-store");
    res.json(grantToken(req.params.tenant, form, keys, settings, signIns, now()));
  });
  const authorizePath = "/:tenant/oauth2/v2.0/authorize";
  const authorizeParts = { settings, signIns, now };
  router.get(authorizePath, (req, res) => {
    const { searchParams } = new URL(req.originalUrl, origin);
    answerAuthorize(req.params.tenant, searchParams, res, authorizeParts);
  });
  router.post(authorizePath, readForm, (req, res) => {
    answerAuthorize(req.params.tenant, readFields(req.body), res, authorizeParts);
  });
  router.get("/:tenant/v2.0/.well-known/openid-configuration", (req, res) => {
    res.json(toOpenIdConfiguration(origin, req.params.tenant));
  });
  router.get("/:tenant/discovery/v2.0/keys", (_req, res) => {
    res.json(keys.jwks());
  });
  router.get("/common/discovery/instance", (req, res) => {
    const { authorization_endpoint: asked } = req.query;
    res.json(toInstanceMetadata(origin, typeof asked === "string" ? asked : ""));
  });
  router.use(createErrorAnswer(now));
  return router;
}

function readFields(body: unknown): URLSearchParams {
  return new URLSearchParams(typeof body === "string" ? body : "");
}

function createErrorAnswer(now: () => Date): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (!(error instanceof EntraError) && readHttpStatus(error) === 500) return next(error);
    const refusal =
      error instanceof EntraError
        ? error
        : new EntraError(400, "invalid_request", 900023, "The request body cannot be read.");
    const correlationId = req.get("client-request-id") ?? randomUUID();
    res.status(refusal.status).json(toEntraErrorBody(refusal, now(), correlationId));
  };
}
