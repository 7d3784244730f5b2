import { randomUUID } from "node:crypto";
import type { Response } from "express";
import type { CloudState } from "../cloud-state";
import { readAuthorizationRequest, readRedirectUri } from "./authorization-request";
import { authorize, type PageInput } from "./authorize";
import { renderAuthorizePage, renderErrorPage } from "./authorize-page";
import { EntraError, toEntraErrorBody } from "./entra-error";
import { readTenantId } from "./token-endpoint";

/** Fields of the page's form that aren't parameters of the request. */
const INPUT_FIELDS = new Set(["user", "button"]);

/**
 * Answers `GET /{tenant}/oauth2/v2.0/authorize` and the form of its page. Errors go to the application's redirect URI,
 * unless that is what's wrong.
 */
export function answerAuthorize(
  tenant: string,
  fields: URLSearchParams,
  response: Response,
  state: CloudState,
): void {
  const query = new URLSearchParams([...fields].filter(([name]) => !INPUT_FIELDS.has(name)));
  response.set("Cache-Control", "no-store");
  let tenantId: string;
  let address;
  try {
    tenantId = readTenantId(tenant, state.settings);
    address = readRedirectUri(query, tenantId, state.settings);
  } catch (error) {
    if (!(error instanceof EntraError)) throw error;
    const { error_description: description } = toEntraErrorBody(error, state.now());
    response.status(400).type("html").send(renderErrorPage(description));
    return;
  }
  const redirect = (parameters: Record<string, string>) => {
    const target = new URL(address.redirectUri);
    const requestState = query.get("state");
    const all = { ...parameters, ...(requestState !== null && { state: requestState }) };
    for (const [name, value] of Object.entries(all)) target.searchParams.set(name, value);
    response.status(302).location(target.href).end();
  };
  try {
    const request = readAuthorizationRequest(query, tenantId, address);
    const step = authorize(request, readInput(fields), state);
    if (step.kind === "page") response.type("html").send(renderAuthorizePage(step, request, query));
    else redirect({ code: step.code, session_state: randomUUID() });
  } catch (error) {
    if (!(error instanceof EntraError)) throw error;
    const body = toEntraErrorBody(error, state.now());
    redirect({ error: body.error, error_description: body.error_description });
  }
}

function readInput(fields: URLSearchParams): PageInput {
  const userId = fields.get("user");
  const pressed = fields.get("button");
  const button = (["continue", "accept", "cancel"] as const).find((name) => name === pressed);
  return { ...(userId !== null && { userId }), ...(button && { button }) };
}
