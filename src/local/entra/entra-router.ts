import express, { Router, type ErrorRequestHandler } from "express";
import type { CloudState } from "../cloud-state";
import { createFaultInjector } from "../faults";
import { readHttpStatus } from "../request-body";
import { answerAuthorize } from "./authorize-endpoint";
import { toInstanceMetadata, toOpenIdConfiguration } from "./discovery";
import { EntraError, toEntraErrorBody } from "./entra-error";
import { grantToken } from "./token-endpoint";

/** The body of a planned fault that has a status only. */
const TRANSIENT_ERROR = {
  error: "temporarily_unavailable",
  error_description: "AADSTS90033: A transient error has occurred. Please try again.",
  error_codes: [90033],
};

/** Entra's endpoints for confidential clients, and its sign-in page. */
export function createEntraRouter(state: CloudState): Router {
  const { origin, keys, now } = state;
  const router = Router();
  router.use(createFaultInjector(state, (res) => void res.json(TRANSIENT_ERROR)));
  const readText = express.text({ type: () => true, limit: "256kb" });
  router.post("/:tenant/oauth2/v2.0/token", readText, (req, res) => {
    res.set("Cache-Control", "no-store");
    res.json(grantToken(req.params.tenant, toForm(req.body), state));
  });
  router
    .route("/:tenant/oauth2/v2.0/authorize")
    .get((req, res) => {
      const { searchParams } = new URL(req.originalUrl, origin);
      answerAuthorize(req.params.tenant, searchParams, res, state);
    })
    .post(readText, (req, res) => {
      answerAuthorize(req.params.tenant, toForm(req.body), res, state);
    });
  router.get("/:tenant/v2.0/.well-known/openid-configuration", (req, res) => {
    res.json(toOpenIdConfiguration(origin, req.params.tenant));
  });
  router.get("/:tenant/discovery/v2.0/keys", (_req, res) => {
    res.json(keys.jwks());
  });
  router.get("/common/discovery/instance", (req, res) => {
    const { authorization_endpoint: endpoint } = req.query;
    res.json(toInstanceMetadata(origin, typeof endpoint === "string" ? endpoint : ""));
  });
  const sendError: ErrorRequestHandler = (error: unknown, req, res, next) => {
    if (!(error instanceof EntraError) && readHttpStatus(error) === 500) return next(error);
    const entraError =
      error instanceof EntraError
        ? error
        : EntraError.invalidRequest(900023, "The request body cannot be read.");
    const body = toEntraErrorBody(entraError, now(), req.get("client-request-id"));
    res.status(entraError.status).json(body);
  };
  router.use(sendError);
  return router;
}

function toForm(body: unknown): URLSearchParams {
  return new URLSearchParams(typeof body === "string" ? body : "");
}
