import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { z } from "zod";

/** 32 bytes each. The first seals, all open, so that keys can be rotated: put the new one first. */
export type SealingKeys = readonly [KeyObject, ...KeyObject[]];

/** Seals values into text, so that nothing in it can be read or forged by who holds it. */
export interface Sealer<T> {
  seal(value: T): string;
  /** `undefined` for whatever was not sealed by one of our keys for this purpose. */
  open(sealed: unknown): T | undefined;
}

const CIPHER = "aes-256-gcm";
const IV_BYTES = 12; // NIST SP 800-38D §8.2: 96 bits, here random
const TAG_BYTES = 16;
/** Far beyond anything that we seal; what is longer is not ours and is not worth decrypting. */
const MAX_SEALED_CHARACTERS = 32_768;

/**
 * A value's JSON, sealed.
 *
 * @param purpose Bound into every seal: a text sealed with the same key for another purpose does not open here.
 * @param isDeflated For values of many parts, which have to fit twice into a card.
 */
export function createSealer<T>(
  keys: SealingKeys,
  purpose: string,
  schema: z.ZodType<T>,
  { isDeflated = false } = {},
): Sealer<T> {
  const sealer = createBytesSealer(keys, purpose);
  const pack = (json: Buffer) => (isDeflated ? deflateRawSync(json) : json);
  const unpack = (packed: Buffer) => (isDeflated ? inflateRawSync(packed) : packed);
  const parse = (packed: Buffer): unknown => attempt(() => JSON.parse(unpack(packed).toString()));
  return {
    seal: (value) => sealer.seal(pack(Buffer.from(JSON.stringify(value)))),
    open(sealed) {
      const packed = sealer.open(sealed);
      return packed && schema.safeParse(parse(packed)).data;
    },
  };
}

/** AES-256-GCM over bytes, for what has to be shorter than its JSON. */
export function createBytesSealer(keys: SealingKeys, purpose: string): Sealer<Buffer> {
  const boundPurpose = Buffer.from(purpose);
  return {
    seal(packed) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(CIPHER, keys[0], iv).setAAD(boundPurpose);
      const body = Buffer.concat([cipher.update(packed), cipher.final()]);
      return Buffer.concat([iv, body, cipher.getAuthTag()]).toString("base64url");
    },

    open(sealed) {
      if (typeof sealed !== "string" || sealed.length > MAX_SEALED_CHARACTERS) return undefined;
      const bytes = Buffer.from(sealed, "base64url");
      // Node reads past what is no base64url, and past bits that mean nothing: one seal has one spelling.
      if (bytes.toString("base64url") !== sealed) return undefined;
      if (bytes.length <= IV_BYTES + TAG_BYTES) return undefined;
      for (const key of keys) {
        const packed = decrypt(bytes, key, boundPurpose);
        if (packed) return packed;
      }
      return undefined;
    },
  };
}

/** `undefined` for what an earlier release packed otherwise. */
function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

function decrypt(bytes: Buffer, key: KeyObject, purpose: Buffer): Buffer | undefined {
  const iv = bytes.subarray(0, IV_BYTES);
  const body = bytes.subarray(IV_BYTES, -TAG_BYTES);
  const decipher = createDecipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES })
    .setAAD(purpose)
    .setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(body), decipher.final()]);
  } catch {
    return undefined; // forged, damaged, or sealed with another key: the caller tries the next one
  }
}
