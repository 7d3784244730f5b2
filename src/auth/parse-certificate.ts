import { createPrivateKey, X509Certificate, type KeyObject } from "node:crypto";
import { Secret } from "../secret";
import type { AppCertificate } from "./app-credential";

/** What Entra takes: https://learn.microsoft.com/entra/identity-platform/certificate-credentials */
const MIN_KEY_BITS = 2048;

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----.*?-----END \1-----/gs;

export type ParsedCertificate =
  { ok: true; certificate: AppCertificate } | { ok: false; reason: string };

/**
 * Reads a private key and its certificate from PEM, or from that PEM in base64; the rest of the chain may
 * follow. Nothing of the text is in the reason for which it cannot be used.
 */
export function parseCertificate(text: string): ParsedCertificate {
  const pem = text.includes("-----BEGIN") ? text : Buffer.from(text, "base64").toString("utf8");
  const blocks = Array.from(pem.matchAll(BLOCK), ([block, label = ""]) => ({ block, label }));
  const keys = blocks.filter(({ label }) => label.endsWith("PRIVATE KEY"));
  const certificates = blocks.filter(({ label }) => label === "CERTIFICATE");
  if (keys.length === 0 && certificates.length === 0) return fail("must be PEM, or PEM in base64");
  if (certificates.length === 0) return fail("lacks the certificate beside the private key");
  const [key, secondKey] = keys;
  if (!key) return fail("lacks the private key beside the certificate");
  if (secondKey) return fail("holds more than one private key");
  if (isEncrypted(key)) {
    return fail("holds a private key that a passphrase protects, which nobody here could enter");
  }
  const privateKey = readBlock(() => createPrivateKey(key.block));
  if (!privateKey) return fail("holds a private key that cannot be read");
  const chain = certificates.map(({ block }) => readBlock(() => new X509Certificate(block)));
  if (!chain.every((one) => one !== undefined)) {
    return fail("holds a certificate that cannot be read");
  }
  return combine(privateKey, chain);
}

function combine(key: KeyObject, chain: readonly X509Certificate[]): ParsedCertificate {
  if (key.asymmetricKeyType !== "rsa") return fail("must hold an RSA key: Entra takes no other");
  if ((key.asymmetricKeyDetails?.modulusLength ?? 0) < MIN_KEY_BITS) {
    return fail(`must hold an RSA key of at least ${MIN_KEY_BITS} bits`);
  }
  const own = chain.find((one) => one.checkPrivateKey(key));
  if (!own) return fail("holds a private key and a certificate that do not belong together");
  const issuers = chain.filter((one) => one !== own);
  return {
    ok: true,
    certificate: {
      thumbprintSha256: own.fingerprint256.replaceAll(":", ""),
      privateKey: new Secret(key.export({ type: "pkcs8", format: "pem" }).toString()),
      x5c: [own, ...issuers].map(String).join(""),
      expiresAt: new Date(own.validTo).toISOString(),
    },
  };
}

/** PKCS #8 says it in its label, the older forms in a header. */
function isEncrypted({ block, label }: { block: string; label: string }): boolean {
  return label.startsWith("ENCRYPTED") || /^Proc-Type:.*ENCRYPTED/m.test(block);
}

function readBlock<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined; // OpenSSL's own words say nothing that would help, and might quote the text
  }
}

function fail(reason: string): ParsedCertificate {
  return { ok: false, reason };
}
