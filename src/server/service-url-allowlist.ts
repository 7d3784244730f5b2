import { createMemo } from "../async/memo";
import { toLoggable, type InboundRejection } from "./inbound-rejection";

/**
 * Rejects a service URL that must not receive the bot's replies and its token. Service URLs are untrusted input, in
 * an activity as well as in a stored record.
 */
export type ServiceUrlAllowlist = (serviceUrl: string) => InboundRejection | undefined;

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Allows exactly these hosts, over https. */
export function createServiceUrlAllowlist(hosts: readonly string[]): ServiceUrlAllowlist {
  const allowed = new Set(hosts);
  return (serviceUrl) => {
    const url = parseCanonicalUrl(serviceUrl);
    if (url?.protocol !== "https:" || url.port) return { reason: "invalid_service_url" };
    if (allowed.has(url.hostname)) return undefined;
    return { reason: "service_url_not_allowed", details: { host: toLoggable(url.hostname) } };
  };
}

/** Allows only this machine: for the demo, which trusts every caller. */
export const loopbackOnly: ServiceUrlAllowlist = (serviceUrl) => {
  const url = parseCanonicalUrl(serviceUrl);
  if (url && LOOPBACK.test(url.hostname)) return undefined;
  return { reason: "service_url_not_loopback", details: { host: toLoggable(url?.hostname) } };
};

/** Teams has few, and each activity names one. */
const remember = createMemo<URL>({ maxEntries: 100, maxKeyLength: 200 });

/**
 * Accepts only URLs in canonical form, so that no other parser can read a different host from them: no
 * credentials, backslashes or disguised IP addresses, and no query or fragment, so that a path can be
 * appended.
 */
function parseCanonicalUrl(text: string): URL | undefined {
  return remember(text, () => {
    if (!URL.canParse(text)) return undefined;
    const url = new URL(text);
    const isCanonical = url.href === text || url.href === `${text}/`;
    return isCanonical && !/[@?#\\]/.test(text) ? url : undefined;
  });
}
