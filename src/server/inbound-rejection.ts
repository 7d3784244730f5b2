import type { LogFields } from "../log";

/** Why an activity was rejected. For the admin's log only: callers get no reason. */
export const INBOUND_REJECTIONS = {
  no_token: "it has no token",
  malformed_token: "its Authorization header is not “Bearer” and one token",
  wrong_issuer: "its token wasn't issued by the Bot Framework of this CLOUD",
  wrong_algorithm: "its token isn't signed with RS256",
  keys_unavailable:
    "the signing keys couldn't be fetched; allow this server to reach the host by https",
  unknown_key: "its token isn't signed with a key of the Bot Framework",
  key_not_endorsed: "the key of its token isn't endorsed for Teams",
  bad_signature: "its token is damaged, or its signature doesn't match its key",
  token_expired: "its token has expired; if this happens often, set this server's clock",
  token_not_yet_valid: "its token isn't valid yet; if this happens often, set this server's clock",
  wrong_audience: "its token is for another bot; if that bot is yours, set BOT_ID to the audience",
  wrong_service_url: "its token was issued for another service URL",
  wrong_channel: "it comes from a channel other than Teams; remove that channel from the Azure Bot",
  no_tenant: "it doesn't name the tenant that hosts its conversation",
  foreign_tenant: "a tenant other than TENANT_ID hosts its conversation",
  invalid_service_url: "its service URL isn't a plain https://host/path",
  service_url_not_allowed:
    "its service URL isn't Microsoft's; to allow the host, add it to CONNECTOR_HOSTS",
  service_url_not_loopback: "its service URL isn't on this machine, and the demo sends nothing out",
} as const;

export type RejectionReason = keyof typeof INBOUND_REJECTIONS;

export interface InboundRejection {
  reason: RejectionReason;
  /** Log fields for troubleshooting; short, no matter what the caller sent. */
  details?: LogFields;
}

const MAX_LOGGED_LENGTH = 100;

/** A caller's text in a form that is safe to log: short, and only characters of ids and host names. */
export function toLoggable(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  return value.slice(0, MAX_LOGGED_LENGTH).replace(/[^\w.:/@-]/g, "?");
}
