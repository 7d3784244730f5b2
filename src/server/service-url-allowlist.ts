import { toShown, type InboundRejection } from "./inbound-rejection";

/**
 * Whether the bot's answers, and its token with them, may go to a service URL; the refusal where they may not. What an
 * activity says, and what a record kept of one, is as good as typed by a stranger.
 */
export type ServiceUrlAllowlist = (serviceUrl: string) => InboundRejection | undefined;

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** To exactly these hosts, by https. */
export function createServiceUrlAllowlist(hosts: readonly string[]): ServiceUrlAllowlist {
  const known = new Set(hosts);
  return (serviceUrl) => {
    const url = readPlainUrl(serviceUrl);
    if (url?.protocol !== "https:" || url.port) return { reason: "odd_connector_url" };
    if (known.has(url.hostname)) return undefined;
    return { reason: "unknown_connector_host", details: { host: toShown(url.hostname) } };
  };
}

/** To this machine alone: for the demo, which trusts every caller. */
export const loopbackOnly: ServiceUrlAllowlist = (serviceUrl) => {
  const url = readPlainUrl(serviceUrl);
  if (url && LOOPBACK.test(url.hostname)) return undefined;
  return { reason: "connector_elsewhere", details: { host: toShown(url?.hostname) } };
};

/**
 * A URL that is written as it is read, so that no other reader can take it for one to another host: no name or
 * password, no backslash, no number in disguise, nothing but an address behind which paths can be put.
 */
function readPlainUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isWrittenSo = url.href === text || url.href === `${text}/`;
  return isWrittenSo && !/[@?#\\]/.test(text) ? url : undefined;
}
