import type { KeyPairKeyObjectResult } from "node:crypto";
import { makeSelfSigned, type SelfSigned } from "../../src/auth/self-signed-certificate";
import { CERTIFICATE_PAIR } from "./rsa-pairs";

export type TestCertificate = SelfSigned;

export interface TestCertificateOptions {
  expiresAt?: string;
  /** RSA or P-256. By default all test certificates share a key. */
  pair?: KeyPairKeyObjectResult;
  /** The host, in a server certificate. */
  commonName?: string;
}

export function makeCertificate({
  expiresAt = "2049-12-31T23:59:59Z",
  pair = CERTIFICATE_PAIR,
  commonName = "test",
}: TestCertificateOptions = {}): TestCertificate {
  return makeSelfSigned({ pair, expiresAt, commonName });
}
