import { randomUUID } from "node:crypto";
import type { Response } from "express";
import type { LocalSettings } from "../local-settings";
import { readAuthorizationRequest, readReturnAddress } from "./authorization-request";
import { authorize, type PageAnswer } from "./authorize";
import { renderAuthorizePage, renderRefusalPage } from "./authorize-page";
import { EntraError, toEntraErrorBody } from "./entra-error";
import type { SignIns } from "./sign-ins";
import { readTenantId } from "./token-endpoint";

interface AuthorizeParts {
  settings: LocalSettings;
  signIns: SignIns;
  now: () => Date;
}

/** Fields of the page's form that are no parameters of the request. */
const ANSWER_FIELDS = new Set(["user", "button"]);

/**
 * Answers `GET /{tenant}/oauth2/v2.0/authorize`, and the form of the page that it shows. What the application did
 * wrong and what the person declined go back to the application, as long as its address is known to be its own.
 */
export function answerAuthorize(
  tenant: string,
  fields: URLSearchParams,
  response: Response,
  { settings, signIns, now }: AuthorizeParts,
): void {
  const query = new URLSearchParams([...fields].filter(([name]) => !ANSWER_FIELDS.has(name)));
  response.set("Cache-Control", "no-store");
  let tenantId: string;
  let address;
  try {
    tenantId = readTenantId(tenant, settings);
    address = readReturnAddress(query, tenantId, settings);
  } catch (error) {
    if (!(error instanceof EntraError)) throw error;
    const { error_description: described } = toEntraErrorBody(error, now(), randomUUID());
    response.status(400).type("html").send(renderRefusalPage(described));
    return;
  }
  const sendBack = (parameters: Record<string, string>) => {
    const target = new URL(address.redirectUri);
    const state = query.get("state");
    const all = { ...parameters, ...(state !== null && { state }) };
    for (const [name, value] of Object.entries(all)) target.searchParams.set(name, value);
    response.status(302).location(target.href).end();
  };
  try {
    const request = readAuthorizationRequest(query, tenantId, address);
    const step = authorize(request, readAnswer(fields), { settings, signIns });
    if (step.kind === "page") response.type("html").send(renderAuthorizePage(step, request, query));
    else sendBack({ code: step.code, session_state: randomUUID() });
  } catch (error) {
    if (!(error instanceof EntraError)) throw error;
    const body = toEntraErrorBody(error, now(), randomUUID());
    sendBack({ error: body.error, error_description: body.error_description });
  }
}

function readAnswer(fields: URLSearchParams): PageAnswer {
  const userId = fields.get("user");
  const button = (["continue", "accept", "cancel"] as const).find(
    (one) => one === fields.get("button"),
  );
  return { ...(userId !== null && { userId }), ...(button && { button }) };
}
