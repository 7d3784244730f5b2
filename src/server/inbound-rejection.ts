import type { LogFields } from "../log";

/** Why an activity did not come in, for the operator's log: whoever sent it is told nothing of it. */
export const INBOUND_REJECTIONS = {
  no_token: "it bears no token",
  malformed_token: "its Authorization header is not “Bearer” and one token",
  wrong_issuer: "its token is not of the Bot Framework of this CLOUD",
  wrong_algorithm: "its token is not signed by RS256",
  keys_unavailable:
    "the keys that it could be checked by did not come; let this server reach the host by https",
  unknown_key: "its token is signed by no key of the Bot Framework",
  key_without_teams: "the key of its token is not endorsed for Teams",
  bad_signature: "its token is not signed by the key that it names, or is not whole",
  token_expired: "its token has expired; if this is seen often, set this server's clock",
  token_too_early: "its token is not valid yet; if this is seen often, set this server's clock",
  wrong_audience: "its token is for another bot; if it is yours, set BOT_ID to that audience",
  wrong_service_url: "its token was made for another service URL",
  wrong_channel: "it comes by another channel than Teams; take that channel off the Azure Bot",
  no_tenant: "it does not say whose organization its conversation belongs to",
  foreign_tenant:
    "its conversation belongs to another organization than TENANT_ID, the only one that is served",
  odd_connector_url: "its service URL is not plainly https://host/path",
  unknown_connector_host:
    "its answers would leave Microsoft; if that host is to have them, name it in CONNECTOR_HOSTS",
  connector_elsewhere: "its answers would leave this machine, as nothing of the demo does",
} as const;

export type RejectionReason = keyof typeof INBOUND_REJECTIONS;

export interface InboundRejection {
  reason: RejectionReason;
  /** What helps to find out; short, whatever was sent. */
  details?: LogFields;
}

const MAX_SHOWN = 100;

/** Something of a stranger's, for the log: short, and only what ids and hosts are written in. */
export function toShown(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  return value.slice(0, MAX_SHOWN).replace(/[^\w.:/@-]/g, "?");
}
