import { createPrivateKey, X509Certificate, type KeyObject } from "node:crypto";
import { Secret } from "../secret";
import type { AppCertificate } from "./app-credential";

/** https://learn.microsoft.com/entra/identity-platform/certificate-credentials */
const MIN_KEY_BITS = 2048;

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----.*?-----END \1-----/gs;

export type ParsedCertificate =
  { ok: true; certificate: AppCertificate } | { ok: false; reason: string };

interface KeyRules {
  /** Who accepts only RSA keys, for the reason of a failure. */
  recipient: string;
  maxKeyBits: number;
}
const ENTRA_RULES: KeyRules = { recipient: "Entra ID", maxKeyBits: Infinity };

/**
 * Parses a private key, its certificate and optionally the rest of the chain from PEM, or from base64 of that PEM.
 * The reason of a failure never quotes the text.
 */
export function parseCertificate(text: string, rules = ENTRA_RULES): ParsedCertificate {
  const pem = text.includes("-----BEGIN") ? text : Buffer.from(text, "base64").toString("utf8");
  const blocks = Array.from(pem.matchAll(BLOCK), ([block, label = ""]) => ({ block, label }));
  const keys = blocks.filter(({ label }) => label.endsWith("PRIVATE KEY"));
  const certificates = blocks.filter(({ label }) => label === "CERTIFICATE");
  if (keys.length === 0 && certificates.length === 0)
    return fail("must be PEM, or base64-encoded PEM");
  if (certificates.length === 0) return fail("has a private key but no certificate");
  const [key, secondKey] = keys;
  if (!key) return fail("has a certificate but no private key");
  if (secondKey) return fail("has more than one private key");
  if (isEncrypted(key)) {
    return fail("has a private key with a passphrase. Use one without");
  }
  const privateKey = readBlock(() => createPrivateKey(key.block));
  if (!privateKey) return fail("has a private key that can’t be read");
  const chain = certificates.map(({ block }) => readBlock(() => new X509Certificate(block)));
  if (!chain.every((certificate) => certificate !== undefined)) {
    return fail("has a certificate that can’t be read");
  }
  return combine(privateKey, chain, rules);
}

function combine(
  key: KeyObject,
  chain: readonly X509Certificate[],
  { recipient, maxKeyBits }: KeyRules,
): ParsedCertificate {
  if (key.asymmetricKeyType !== "rsa") {
    return fail(`must have an RSA key: ${recipient} accepts no other`);
  }
  const keyBits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (keyBits < MIN_KEY_BITS) {
    return fail(`must have an RSA key of at least ${MIN_KEY_BITS} bits`);
  }
  if (keyBits > maxKeyBits) return fail(`must have an RSA key of at most ${maxKeyBits} bits`);
  const own = chain.find((certificate) => certificate.checkPrivateKey(key));
  if (!own) return fail("has a private key and a certificate that don’t belong together");
  const issuers = chain.filter((certificate) => certificate !== own);
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

/** PKCS #8 marks encryption in the label, older formats in a header. */
function isEncrypted({ block, label }: { block: string; label: string }): boolean {
  return label.startsWith("ENCRYPTED") || /^Proc-Type:.*ENCRYPTED/m.test(block);
}

function readBlock<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined; // OpenSSL's message doesn't help, and it could quote the text
  }
}

function fail(reason: string): ParsedCertificate {
  return { ok: false, reason };
}
