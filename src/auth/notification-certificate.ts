import { createPrivateKey, X509Certificate, type KeyObject } from "node:crypto";
import type { AppCertificate } from "./app-credential";

/** What Graph encrypts notifications for. */
export interface NotificationCertificate {
  /** Names the certificate in subscriptions and notifications: its SHA-256 thumbprint. */
  id: string;
  /** The certificate's DER in base64, as Graph takes it. */
  certificate: string;
  privateKey: KeyObject;
  /** ISO 8601. Graph doesn't look at it. */
  expiresAt: string;
}

/** https://learn.microsoft.com/graph/change-notifications-with-resource-data#setting-up-encryption-keys */
export const MAX_NOTIFICATION_KEY_BITS = 4096;

export function toNotificationCertificate(parsed: AppCertificate): NotificationCertificate {
  const { thumbprintSha256: id, privateKey, x5c, expiresAt } = parsed;
  return {
    id,
    certificate: new X509Certificate(x5c).raw.toString("base64"),
    privateKey: createPrivateKey(privateKey.reveal()),
    expiresAt,
  };
}
