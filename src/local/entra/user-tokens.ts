import type { CloudState } from "../cloud-state";
import { includesId } from "../ids";
import type { LocalSettings } from "../local-settings";
import type { Client } from "./client-authentication";
import { EntraError } from "./entra-error";
import type { TokenClaims } from "./signing-keys";
import { isGraphResource, toIdClaims, toUserGraphClaims } from "./tokens";

export type SignedInUser = Pick<TokenClaims, "oid" | "tid" | "name" | "preferred_username">;

/** The resource of a scope without one, such as `User.Read`. */
const DEFAULT_RESOURCE = "https://graph.microsoft.com";
const OPENID_SCOPES = new Set(["openid", "profile", "email", "offline_access"]);

/**
 * Issues tokens for Graph that act for a user, with the scopes in the settings.
 * Source: learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#successful-response-2.
 *
 * @throws EntraError 70011 or 65001
 */
export function issueUserTokens(
  form: URLSearchParams,
  grant: { user: SignedInUser; client: Client; scope: string; nonce?: string | undefined },
  { keys, settings }: CloudState,
) {
  const { user, client, scope, nonce } = grant;
  const { resource, wantsIdToken } = readScopes(scope, client.clientId, settings);
  if (!hasConsented(user.oid, settings)) throw EntraError.consentRequired(client.clientId);
  const { delegatedScopes, tokenLifetimeSeconds: lifetimeSeconds } = settings;
  const claims = toUserGraphClaims(user, client, resource, delegatedScopes);
  return {
    token_type: "Bearer",
    scope: delegatedScopes.map((granted) => `${resource}/${granted}`).join(" "),
    expires_in: lifetimeSeconds,
    ext_expires_in: lifetimeSeconds,
    access_token: keys.sign(claims, lifetimeSeconds),
    ...(wantsIdToken && {
      id_token: keys.sign(toIdClaims(user, client, nonce), lifetimeSeconds),
    }),
    // MSAL asks for it and uses it as the key of the account.
    ...(form.get("client_info") === "1" && {
      client_info: toBase64Url({ uid: user.oid, utid: user.tid }),
    }),
  };
}

export function hasConsented(userId: string, { consents }: Pick<LocalSettings, "consents">) {
  return consents === "all" || includesId(consents, userId);
}

/**
 * Source: learn.microsoft.com/entra/identity-platform/scopes-oidc.
 *
 * @throws EntraError 70011 for a resource other than Graph, 65001 for a scope without consent
 */
function readScopes(
  scope: string,
  clientId: string,
  { delegatedScopes }: LocalSettings,
): { resource: string; wantsIdToken: boolean } {
  const names = scope.split(/\s+/).filter(Boolean);
  const scopes = names.filter((name) => !OPENID_SCOPES.has(name)).map(splitScope);
  const resource = scopes[0]?.resource ?? DEFAULT_RESOURCE;
  if (!scopes.every((other) => other.resource === resource) || !isGraphResource(resource)) {
    const message = `The provided value for the input parameter 'scope' is not valid. The scope ${scope} is not for Microsoft Graph.`;
    throw new EntraError(400, "invalid_scope", 70011, message);
  }
  const isGranted = ({ name }: { name: string }) =>
    name === ".default" ? delegatedScopes.length > 0 : delegatedScopes.includes(name);
  if (!scopes.every(isGranted)) throw EntraError.consentRequired(clientId);
  return { resource, wantsIdToken: names.includes("openid") };
}

function splitScope(scope: string): { resource: string; name: string } {
  const cut = scope.lastIndexOf("/");
  return cut < 0
    ? { resource: DEFAULT_RESOURCE, name: scope }
    : { resource: scope.slice(0, cut), name: scope.slice(cut + 1) };
}

function toBase64Url(json: object): string {
  return Buffer.from(JSON.stringify(json)).toString("base64url");
}
