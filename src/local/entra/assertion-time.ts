import { EntraError } from "./entra-error";

/** @throws EntraError 700024 for an assertion that is over */
export function assertInTime(expiresAtSeconds: number | undefined, now: Date): void {
  const expiresAt = new Date((expiresAtSeconds ?? 0) * 1000);
  if (expiresAt > now) return;
  const words =
    `Client assertion is not within its valid time range. Current time: ${now.toISOString()}, expiry time of ` +
    `assertion ${expiresAt.toISOString()}. Review the documentation at ` +
    "https://learn.microsoft.com/entra/identity-platform/certificate-credentials .";
  throw new EntraError(401, "invalid_client", 700024, words);
}
