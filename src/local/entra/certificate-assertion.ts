import { X509Certificate } from "node:crypto";
import { verify, type JwtHeader, type JwtPayload } from "jsonwebtoken";
import * as z from "zod";
import type { LocalSettings } from "../local-settings";
import type { Client } from "./client-authentication";
import { EntraError } from "./entra-error";

const headerSchema = z.object({
  "x5t#S256": z.base64url(),
  /** Required here, because no certificates are stored. MSAL sends the chain when it is configured to. */
  x5c: z.tuple([z.base64()], z.base64()),
});

/**
 * Checks the certificate, signature and claims of an assertion, but not `nbf`: MSAL sets that from the real clock,
 * and tests have their own.
 * Source: learn.microsoft.com/entra/identity-platform/certificate-credentials.
 *
 * @throws EntraError 700027, 700021 or 700023
 */
export function checkCertificateAssertion(
  { assertion, header, payload }: { assertion: string; header: JwtHeader; payload: JwtPayload },
  { clientId, tenantId }: Client,
  { clientCertificates }: LocalSettings,
  now: Date,
): void {
  const unregistered =
    "The certificate with identifier used to sign the client assertion is not registered on application.";
  const keyNotFound = "The key was not found.";
  const read = headerSchema.safeParse(header);
  if (!read.success) throw invalidKey(unregistered, [keyNotFound], clientId);
  const thumbprint = toThumbprint(Buffer.from(read.data["x5t#S256"], "base64url").toString("hex"));
  const usedKey = `Thumbprint of key used by client: '${thumbprint}'`;
  const certificate = readCertificate(read.data.x5c[0]);
  const isRegistered =
    clientCertificates === "any" || clientCertificates.map(toThumbprint).includes(thumbprint);
  if (!certificate || toThumbprint(certificate.fingerprint256) !== thumbprint || !isRegistered)
    throw invalidKey(unregistered, [keyNotFound, usedKey], clientId);
  const badSignature = "Client assertion failed signature validation.";
  if (!isSignedBy(certificate, assertion)) {
    const reason = "The provided signature value did not match the expected signature value.";
    throw invalidKey(badSignature, [reason, usedKey], clientId);
  }
  if (now >= new Date(certificate.validTo)) {
    const reasons = ["The key used is expired.", usedKey, toFoundKey(certificate)];
    throw invalidKey(badSignature, reasons, clientId);
  }
  if (payload.iss?.toLowerCase() !== clientId || payload.sub?.toLowerCase() !== clientId) {
    const message = "Client assertion application identifier doesn't match 'client_id' parameter.";
    throw EntraError.invalidClient(700021, message);
  }
  if (!isForTenant(payload.aud, tenantId)) {
    const message = "Client assertion audience claim does not match Realm issuer.";
    throw EntraError.invalidClient(700023, message);
  }
}

function toThumbprint(hex: string): string {
  return hex.replaceAll(":", "").toUpperCase();
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

/** Accepts the tenant's token endpoint and its issuer, in any cloud. */
function isForTenant(audience: string | string[] | undefined, tenantId: string): boolean {
  if (typeof audience !== "string" || !URL.canParse(audience)) return false;
  const [tenant, ...rest] = new URL(audience).pathname.toLowerCase().split("/").slice(1);
  return tenant === tenantId && ["oauth2/v2.0/token", "v2.0"].includes(rest.join("/"));
}

function invalidKey(problem: string, reasons: readonly string[], clientId: string): EntraError {
  const where =
    "Please visit the Azure Portal, Graph Explorer or directly use MS Graph to see configured keys for app Id " +
    `'${clientId}'.`;
  const message = `${problem} [Reason - ${[...reasons, where].join(", ")}]`;
  return EntraError.invalidClient(700027, message);
}

function toFoundKey({ validFrom, validTo }: X509Certificate): string {
  const [start, end] = [validFrom, validTo].map((text) => new Date(text).toISOString());
  return `Found key 'Start=${start}, End=${end}'`;
}
