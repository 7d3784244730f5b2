import { randomUUID } from "node:crypto";
import { Router, type Response } from "express";
import type { CloudState } from "./cloud-state";
import { isGraphResource, toIdentityClaims } from "./entra/tokens";
import { createFaultInjector } from "./faults";
import type { LocalSettings } from "./local-settings";

export const IDENTITY_PATH = "/msi/token";

/** The value of `IDENTITY_HEADER`, which protects against server-side request forgery. */
export const IDENTITY_HEADER = "embedded-identity-header";

const SYSTEM_IDENTITY = "5a5a5a5a-0000-4000-8000-00000000a1d0";

/**
 * App Service's token endpoint for managed identities.
 * Source: learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference.
 */
export function createIdentityEndpoint(state: CloudState): Router {
  const { keys, settings, now } = state;
  const router = Router();
  router.use(createFaultInjector(state, (res) => void res.json({ statusCode: 500 })));
  router.get("/", (req, res) => {
    const { resource, client_id: clientId = SYSTEM_IDENTITY, "api-version": version } = req.query;
    if (req.get("X-IDENTITY-HEADER") !== IDENTITY_HEADER)
      return reject(res, 401, "The X-IDENTITY-HEADER is missing or wrong.");
    if (version !== "2019-08-01") return reject(res, 400, "The api-version is not supported.");
    if (typeof resource !== "string") return reject(res, 400, "The resource is missing.");
    if (!isAssigned(clientId, settings)) {
      const message =
        "No User Assigned or Delegated Managed Identity found for specified ClientId/ResourceId/PrincipalId.";
      return reject(res, 400, message);
    }
    const { identityTenant: tenantId, tokenLifetimeSeconds } = settings;
    const roles = isGraphResource(resource) ? settings.appRoles : [];
    const claims = toIdentityClaims({ tenantId, clientId, resource, roles, proof: "assertion" });
    const issuedAtSeconds = Math.floor(now().getTime() / 1000);
    res.json({
      access_token: keys.sign(claims, tokenLifetimeSeconds),
      client_id: clientId,
      expires_on: String(issuedAtSeconds + tokenLifetimeSeconds),
      not_before: String(issuedAtSeconds),
      resource,
      token_type: "Bearer",
    });
  });
  return router;
}

function isAssigned(clientId: unknown, { managedIdentities }: LocalSettings): clientId is string {
  if (typeof clientId !== "string") return false;
  const name = clientId === SYSTEM_IDENTITY ? "system-assigned" : clientId.toLowerCase();
  return managedIdentities === "any" || managedIdentities.includes(name);
}

function reject(res: Response, statusCode: 400 | 401, message: string): void {
  res.status(statusCode).json({ statusCode, message, correlationId: randomUUID() });
}
