import {
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  type KeyPairKeyObjectResult,
} from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * RSA pairs of 2,048 bits for tests only. They are stored in files because generating one takes about 0.2 s, longer
 * than most tests.
 */
export const SIGNING_PAIR = readPair("signing");
export const OTHER_PAIR = readPair("other");
export const CERTIFICATE_PAIR = readPair("certificate");

function readPair(name: string): KeyPairKeyObjectResult {
  const privateKey: KeyObject = createPrivateKey(
    readFileSync(join(__dirname, "rsa-keys", `${name}.pem`)),
  );
  return { privateKey, publicKey: createPublicKey(privateKey) };
}
