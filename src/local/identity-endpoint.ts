import { randomUUID } from "node:crypto";
import { Router, type Response } from "express";
import type { SigningKeys } from "./entra/signing-keys";
import { isGraphResource, toIdentityClaims } from "./entra/tokens";
import type { FaultPlan } from "./faults";
import type { LocalSettings } from "./local-settings";
import { createMeetFault } from "./meet-fault";
import type { Pause } from "./pause";

/** Where App Service's environment leads, as this server's origin and path. */
export const IDENTITY_PATH = "/msi/token";

/** What `IDENTITY_HEADER` has to be: against requests that somebody else made the app send. */
export const IDENTITY_HEADER = "embedded-identity-header";

/** The client id of the machine's system-assigned identity. */
const SYSTEM_IDENTITY = "5a5a5a5a-0000-4000-8000-00000000a1d0";

interface IdentityParts {
  keys: SigningKeys;
  faults: FaultPlan;
  settings: LocalSettings;
  now: () => Date;
  pause: Pause;
}

/**
 * The endpoint at which App Service gives out tokens of the machine's identities.
 * Source: learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference.
 */
export function createIdentityEndpoint({
  keys,
  faults,
  settings,
  now,
  pause,
}: IdentityParts): Router {
  const router = Router();
  router.use(createMeetFault(faults, pause, (res) => void res.json({ statusCode: 500 })));
  router.get("/", (req, res) => {
    const { resource, client_id: clientId = SYSTEM_IDENTITY, "api-version": version } = req.query;
    if (req.get("X-IDENTITY-HEADER") !== IDENTITY_HEADER)
      return refuse(res, 401, "The X-IDENTITY-HEADER is missing or wrong.");
    if (version !== "2019-08-01") return refuse(res, 400, "The api-version is not supported.");
    if (typeof resource !== "string") return refuse(res, 400, "The resource is missing.");
    if (typeof clientId !== "string" || !isAssigned(clientId, settings)) {
      const words =
        "No User Assigned or Delegated Managed Identity found for specified ClientId/ResourceId/PrincipalId.";
      return refuse(res, 400, words);
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

function isAssigned(clientId: string, { managedIdentities }: LocalSettings): boolean {
  if (managedIdentities === "any") return true;
  const name = clientId === SYSTEM_IDENTITY ? "system-assigned" : clientId.toLowerCase();
  return managedIdentities.includes(name);
}

function refuse(res: Response, statusCode: 400 | 401, message: string): void {
  res.status(statusCode).json({ statusCode, message, correlationId: randomUUID() });
}
