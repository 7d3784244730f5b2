import {
  constants,
  createDecipheriv,
  createHmac,
  privateDecrypt,
  timingSafeEqual,
} from "node:crypto";
import type { NotificationCertificate } from "../../auth/notification-certificate";
import { parseJson } from "../../errors";

export interface EncryptedContent {
  data: string;
  dataSignature: string;
  dataKey: string;
  encryptionCertificateId: string;
}

const KEY_BYTES = 32;
const IV_BYTES = 16;

/**
 * Decrypts what a notification is about; `undefined` if the certificate isn't ours any more, or anything was changed. The
 * data's key is encrypted by RSA-OAEP (SHA-1). It signs the data (HMAC-SHA256), and encrypts it by AES-256-CBC.
 * https://learn.microsoft.com/graph/change-notifications-with-resource-data#decrypting-resource-data-from-change-notifications
 */
export function decryptContent(
  { data, dataSignature, dataKey, encryptionCertificateId }: EncryptedContent,
  certificates: readonly NotificationCertificate[],
): unknown {
  const certificate = certificates.find(({ id }) => id === encryptionCertificateId);
  if (!certificate) return undefined;
  try {
    const padding = constants.RSA_PKCS1_OAEP_PADDING;
    const wrapped = { key: certificate.privateKey, padding, oaepHash: "sha1" };
    const key = privateDecrypt(wrapped, Buffer.from(dataKey, "base64"));
    if (key.length !== KEY_BYTES) return undefined;
    const encrypted = Buffer.from(data, "base64");
    const expected = createHmac("sha256", key).update(encrypted).digest();
    const given = Buffer.from(dataSignature, "base64");
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
    const decipher = createDecipheriv("aes-256-cbc", key, key.subarray(0, IV_BYTES));
    const text = Buffer.concat([decipher.update(encrypted), decipher.final()]).toString("utf8");
    return parseJson(text);
  } catch {
    return undefined; // another key, or truncated
  }
}
