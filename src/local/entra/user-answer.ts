import type { LocalSettings } from "../local-settings";
import type { Client } from "./client-authentication";
import { EntraError } from "./entra-error";
import { readScopes } from "./read-scopes";
import type { SigningKeys, TokenClaims } from "./signing-keys";
import { toUpn } from "./tokens";

/** A person, as a token or the sign-in page names them. */
export type SignedInUser = Pick<TokenClaims, "oid" | "tid" | "name" | "preferred_username">;

/** What every grant in a person's name is asked with. */
export interface UserGrantRequest {
  user: SignedInUser;
  client: Client;
  scope: string;
  /** Whether the application asked whom the tokens are for: MSAL's `client_info=1`. */
  wantsClientInfo: boolean;
  /** Of the authorization request, for the ID token. */
  nonce?: string;
}

/**
 * Tokens for Graph in a person's name, with the scopes of the settings.
 * Source: learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#successful-response-2.
 *
 * @throws EntraError 70011 or 65001
 */
export function toUserAnswer(
  { user, client, scope, wantsClientInfo, nonce }: UserGrantRequest,
  keys: SigningKeys,
  settings: LocalSettings,
) {
  const { resource, wantsIdToken } = readScopes(scope, client.clientId, settings);
  if (!hasConsented(user.oid, settings)) throw EntraError.unconsented(client.clientId);
  const lifetimeSeconds = settings.tokenLifetimeSeconds;
  const { delegatedScopes } = settings;
  return {
    token_type: "Bearer",
    scope: delegatedScopes.map((granted) => `${resource}/${granted}`).join(" "),
    expires_in: lifetimeSeconds,
    ext_expires_in: lifetimeSeconds,
    access_token: keys.sign(
      toGraphClaims(user, client, resource, delegatedScopes),
      lifetimeSeconds,
    ),
    ...(wantsIdToken && {
      id_token: keys.sign(toIdClaims(user, client, nonce), lifetimeSeconds),
    }),
    ...(wantsClientInfo && { client_info: toClientInfo(user) }),
  };
}

export function hasConsented(userId: string, { consents }: Pick<LocalSettings, "consents">) {
  return consents === "all" || consents.some((one) => one.toLowerCase() === userId.toLowerCase());
}

function toGraphClaims(user: SignedInUser, client: Client, resource: string, scopes: string[]) {
  const upn = user.preferred_username ?? toUpn(user.oid);
  return {
    aud: resource,
    iss: `https://sts.windows.net/${user.tid}/`,
    appid: client.clientId,
    appidacr: client.proof === "secret" ? "1" : "2",
    idtyp: "user",
    name: user.name ?? upn,
    oid: user.oid,
    scp: scopes.join(" "),
    sub: user.oid,
    tid: user.tid,
    unique_name: upn,
    upn,
    ver: "1.0",
  };
}

function toIdClaims(user: SignedInUser, client: Client, nonce?: string) {
  const username = user.preferred_username ?? toUpn(user.oid);
  return {
    aud: client.clientId,
    iss: `https://login.microsoftonline.com/${user.tid}/v2.0`,
    name: user.name ?? username,
    ...(nonce !== undefined && { nonce }),
    oid: user.oid,
    preferred_username: username,
    sub: user.oid,
    tid: user.tid,
    ver: "2.0",
  };
}

/** What MSAL keys its account by when it sends `client_info=1`. */
function toClientInfo(user: SignedInUser): string {
  return Buffer.from(JSON.stringify({ uid: user.oid, utid: user.tid })).toString("base64url");
}
