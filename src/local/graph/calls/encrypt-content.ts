import {
  constants,
  createCipheriv,
  createHash,
  createHmac,
  publicEncrypt,
  randomBytes,
  X509Certificate,
} from "node:crypto";
import type { Subscription } from "./subscription-store";

/**
 * Encrypts resource data for a subscriber: AES-256-CBC under a new key, whose first 16 bytes are the initialization
 * vector. The key is encrypted with the certificate (RSA-OAEP with SHA-1), and signs the encrypted data (HMAC-SHA256).
 * Source: learn.microsoft.com/graph/change-notifications-with-resource-data#decrypting-resource-data-from-change-notifications.
 */
export function encryptContent(
  content: object,
  {
    encryptionCertificate,
    encryptionCertificateId,
  }: Pick<Subscription, "encryptionCertificate" | "encryptionCertificateId">,
) {
  const certificate = new X509Certificate(Buffer.from(encryptionCertificate, "base64"));
  const key = randomBytes(32);
  const cipher = createCipheriv("aes-256-cbc", key, key.subarray(0, 16));
  const data = Buffer.concat([cipher.update(JSON.stringify(content), "utf8"), cipher.final()]);
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  const dataKey = publicEncrypt({ key: certificate.publicKey, padding, oaepHash: "sha1" }, key);
  return {
    data: data.toString("base64"),
    dataSignature: createHmac("sha256", key).update(data).digest("base64"),
    dataKey: dataKey.toString("base64"),
    encryptionCertificateId,
    encryptionCertificateThumbprint: createHash("sha1")
      .update(certificate.raw)
      .digest("hex")
      .toUpperCase(),
  };
}
