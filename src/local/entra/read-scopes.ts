import type { LocalSettings } from "../local-settings";
import { EntraError } from "./entra-error";
import { isGraphResource } from "./tokens";

/** The resource of a scope that names none, as `User.Read` does. */
const DEFAULT_RESOURCE = "https://graph.microsoft.com";
const OPENID_SCOPES = new Set(["openid", "profile", "email", "offline_access"]);

/** What a request for delegated scopes asks for. */
interface RequestedScopes {
  resource: string;
  wantsIdToken: boolean;
}

/**
 * Reads the scopes of a user's request for Graph and checks that each was consented to.
 * Source: learn.microsoft.com/entra/identity-platform/scopes-oidc.
 *
 * @throws EntraError 70011 for another resource than Graph, 65001 for a scope without consent
 */
export function readScopes(
  scope: string,
  clientId: string,
  settings: LocalSettings,
): RequestedScopes {
  const all = scope.split(/\s+/).filter(Boolean);
  const asked = all.filter((one) => !OPENID_SCOPES.has(one)).map(splitScope);
  const resource = asked[0]?.resource ?? DEFAULT_RESOURCE;
  if (!asked.every((one) => one.resource === resource) || !isGraphResource(resource)) {
    const words = `The provided value for the input parameter 'scope' is not valid. The scope ${scope} is not for Microsoft Graph.`;
    throw new EntraError(400, "invalid_scope", 70011, words);
  }
  const granted = new Set(settings.delegatedScopes);
  const isConsented = ({ name }: { name: string }) =>
    name === ".default" ? granted.size > 0 : granted.has(name);
  if (!asked.every(isConsented)) throw EntraError.unconsented(clientId);
  return { resource, wantsIdToken: all.includes("openid") };
}

function splitScope(scope: string): { resource: string; name: string } {
  const cut = scope.lastIndexOf("/");
  return cut < 0
    ? { resource: DEFAULT_RESOURCE, name: scope }
    : { resource: scope.slice(0, cut), name: scope.slice(cut + 1) };
}
