import { X509Certificate } from "node:crypto";
import * as z from "zod";
import type { JsonValue } from "../../request-body";
import { GraphError } from "../graph-error";
import { instantSchema } from "../meeting-body";
import { readBody } from "../operation";
import { toEpochMs } from "../../instant";

const HOUR_MS = 3_600_000;
/** 4,230 minutes. Source: learn.microsoft.com/graph/api/resources/subscription (subscription lifetime). */
const MAX_LIFETIME_MS = 4_230 * 60_000;
const MAX_CLIENT_STATE_LENGTH = 128;
/** Source: learn.microsoft.com/graph/changenotifications-for-onlinemeeting. */
const RESOURCE = /^\/?communications\/onlineMeetings\(joinWebUrl='([^']+)'\)\/meetingCallEvents$/;

/** The demo's bot has no certificate. */
const loopbackUrl = z.url({ protocol: /^http$/, hostname: /^127\.0\.0\.1$/ });
const url = z.union([z.url({ protocol: /^https$/ }), loopbackUrl], {
  error: "is not an https URL",
});
const createSchema = z.strictObject({
  changeType: z.string(),
  resource: z.string(),
  notificationUrl: url,
  lifecycleNotificationUrl: url.optional(),
  expirationDateTime: instantSchema,
  clientState: z.string().max(MAX_CLIENT_STATE_LENGTH).optional(),
  includeResourceData: z.boolean().optional(),
  encryptionCertificate: z.string().optional(),
  encryptionCertificateId: z.string().optional(),
});
const renewSchema = z.strictObject({ expirationDateTime: instantSchema });

/**
 * The body of `POST /beta/subscriptions`, for rich notifications of call events only.
 * Sources: learn.microsoft.com/graph/api/subscription-post-subscriptions,
 * learn.microsoft.com/graph/change-notifications-with-resource-data.
 *
 * @throws GraphError 400
 */
export function readNewSubscription(body: JsonValue | undefined, now: Date) {
  const { expirationDateTime, includeResourceData, ...read } = readBody(body, createSchema);
  const [, encoded] = RESOURCE.exec(read.resource) ?? [];
  if (encoded === undefined) throw GraphError.badRequest("The resource is not supported.");
  if (read.changeType !== "updated") throw GraphError.badRequest("Unsupported changeType.");
  const { encryptionCertificate, encryptionCertificateId } = read;
  if (!includeResourceData || !encryptionCertificate || !encryptionCertificateId) {
    throw GraphError.badRequest(
      "includeResourceData needs encryptionCertificate and encryptionCertificateId.",
    );
  }
  if (!isRsaCertificate(encryptionCertificate)) {
    throw GraphError.badRequest("Certificate validation error: Key must be at least 2048 bits.");
  }
  const expiresAt = readExpiry(new Date(toEpochMs(expirationDateTime)), now);
  if (expiresAt.getTime() - now.getTime() > HOUR_MS && !read.lifecycleNotificationUrl) {
    throw GraphError.badRequest(
      "lifecycleNotificationUrl is a required property for subscription creation on this resource when the expirationDateTime value is set to greater than 1 hour.",
    );
  }
  return {
    ...read,
    encryptionCertificate,
    encryptionCertificateId,
    expiresAt,
    joinWebUrl: decodeJoinWebUrl(encoded),
  };
}

/** @throws GraphError 400 */
export function readRenewal(body: JsonValue | undefined, now: Date): Date {
  const { expirationDateTime } = readBody(body, renewSchema);
  return readExpiry(new Date(toEpochMs(expirationDateTime)), now);
}

function readExpiry(expiresAt: Date, now: Date): Date {
  const leftMs = expiresAt.getTime() - now.getTime();
  if (leftMs <= 0 || leftMs > MAX_LIFETIME_MS) {
    throw GraphError.badRequest(
      "Subscription expiration can only be 4230 minutes in the future at most.",
    );
  }
  return expiresAt;
}

/** The link contains escapes, so they are encoded twice. */
function decodeJoinWebUrl(encoded: string): string {
  try {
    const decoded = /^https%3a%2f%2f/i.test(encoded) ? decodeURIComponent(encoded) : "";
    if (URL.canParse(decoded)) return decoded;
  } catch {
    // Not an encoded text.
  }
  throw GraphError.badRequest("The joinWebUrl must be URL-encoded.");
}

function isRsaCertificate(base64: string): boolean {
  try {
    const { publicKey } = new X509Certificate(Buffer.from(base64, "base64"));
    const bits = publicKey.asymmetricKeyDetails?.modulusLength ?? 0;
    return publicKey.asymmetricKeyType === "rsa" && bits >= 2_048 && bits <= 4_096;
  } catch {
    return false;
  }
}
