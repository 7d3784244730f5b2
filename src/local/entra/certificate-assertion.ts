import { X509Certificate } from "node:crypto";
import { verify, type JwtHeader, type JwtPayload } from "jsonwebtoken";
import { z } from "zod";
import { assertInTime } from "./assertion-time";
import type { ClientCheck } from "./client-authentication";
import { EntraError } from "./entra-error";

const headerSchema = z.object({
  "x5t#S256": z.base64url(),
  /** MSAL sends the chain when it is told to; the certificate is not kept here, so it has to come along. */
  x5c: z.tuple([z.base64()], z.base64()),
});

/**
 * Checks what a client signed with its certificate's key: the certificate, the signature, and the claims.
 * `nbf` is not: MSAL takes it from the machine's clock, and tests have one of their own.
 * Source: learn.microsoft.com/entra/identity-platform/certificate-credentials.
 *
 * @throws EntraError 700027, 700021, 700023 or 700024
 */
export function checkCertificateAssertion(
  { assertion, header, payload }: { assertion: string; header: JwtHeader; payload: JwtPayload },
  clientId: string,
  { tenantId, settings, now }: ClientCheck,
): void {
  const read = headerSchema.safeParse(header);
  if (!read.success) throw unregistered("The key was not found.", clientId);
  const thumbprint = Buffer.from(read.data["x5t#S256"], "base64url").toString("hex").toUpperCase();
  const certificate = readCertificate(read.data.x5c[0]);
  const { clientCertificates } = settings;
  const isRegistered =
    certificate?.fingerprint256.replaceAll(":", "") === thumbprint &&
    (clientCertificates === "any" ||
      clientCertificates.some((one) => one.replaceAll(":", "").toUpperCase() === thumbprint));
  if (!isRegistered) throw unregistered("The key was not found.", clientId, thumbprint);
  if (!isSignedBy(certificate, assertion)) {
    const reason = "The provided signature value did not match the expected signature value.";
    throw badSignature(reason, clientId, thumbprint);
  }
  if (now >= new Date(certificate.validTo)) {
    throw badSignature("The key used is expired.", clientId, thumbprint, toFoundKey(certificate));
  }
  if (payload.iss?.toLowerCase() !== clientId || payload.sub?.toLowerCase() !== clientId) {
    const words = "Client assertion application identifier doesn't match 'client_id' parameter.";
    throw new EntraError(401, "invalid_client", 700021, words);
  }
  if (!isForTenant(payload.aud, tenantId)) {
    const words = "Client assertion audience claim does not match Realm issuer.";
    throw new EntraError(401, "invalid_client", 700023, words);
  }
  assertInTime(payload.exp, now);
}

function readCertificate(der: string): X509Certificate | undefined {
  try {
    return new X509Certificate(Buffer.from(der, "base64"));
  } catch {
    return undefined;
  }
}

function isSignedBy(certificate: X509Certificate, assertion: string): boolean {
  try {
    verify(assertion, certificate.publicKey, {
      algorithms: ["PS256", "RS256"],
      ignoreExpiration: true,
      ignoreNotBefore: true,
    });
    return true;
  } catch {
    return false;
  }
}

/** The token endpoint of the tenant, or its issuer, of whichever cloud. */
function isForTenant(audience: string | string[] | undefined, tenantId: string): boolean {
  if (typeof audience !== "string" || !URL.canParse(audience)) return false;
  const [tenant, ...rest] = new URL(audience).pathname.toLowerCase().split("/").slice(1);
  return tenant === tenantId && ["oauth2/v2.0/token", "v2.0"].includes(rest.join("/"));
}

function unregistered(reason: string, clientId: string, thumbprint?: string): EntraError {
  const what =
    "The certificate with identifier used to sign the client assertion is not registered on application.";
  return refuse(what, [reason, ...nameThumbprint(thumbprint)], clientId);
}

function badSignature(
  reason: string,
  clientId: string,
  thumbprint: string,
  ...more: string[]
): EntraError {
  const what = "Client assertion failed signature validation.";
  return refuse(what, [reason, ...nameThumbprint(thumbprint), ...more], clientId);
}

function refuse(what: string, reasons: readonly string[], clientId: string): EntraError {
  const where =
    "Please visit the Azure Portal, Graph Explorer or directly use MS Graph to see configured keys for app Id " +
    `'${clientId}'.`;
  const words = `${what} [Reason - ${[...reasons, where].join(", ")}]`;
  return new EntraError(401, "invalid_client", 700027, words);
}

function nameThumbprint(thumbprint: string | undefined): string[] {
  return thumbprint ? [`Thumbprint of key used by client: '${thumbprint}'`] : [];
}

function toFoundKey({ validFrom, validTo }: X509Certificate): string {
  const [start, end] = [validFrom, validTo].map((text) => new Date(text).toISOString());
  return `Found key 'Start=${start}, End=${end}'`;
}
