import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type * as z from "zod";

/** 32 bytes each. The first encrypts and all decrypt: to rotate keys, put the new one first. */
export type TokenKeys = readonly [KeyObject, ...KeyObject[]];

/** Turns values into text that can be neither read nor forged, and is safe in URLs. */
export interface TokenCodec<T> {
  encode(value: T): string;
  /** Returns `undefined` unless one of our keys encrypted the token for the same purpose. */
  decode(token: unknown): T | undefined;
}

/** Turns values into bytes and back. */
export interface TokenFormat<T> {
  /** Authenticated with every token: a token made for one purpose can't be decoded for another. */
  purpose: string;
  write: (value: T) => Buffer;
  /** Returns `undefined`, or throws, for bytes in any other format. */
  read: (bytes: Buffer) => T | undefined;
}

const CIPHER = "aes-256-gcm";
const IV_BYTES = 12; // NIST SP 800-38D §8.2: 96 bits, here random
const TAG_BYTES = 16;
/** Far longer than any token we make. Longer input isn't worth decrypting. */
const MAX_TOKEN_CHARACTERS = 32_768;

/**
 * Encrypts with AES-256-GCM.
 *
 * @param earlier Formats of earlier releases, which are only read
 */
export function createTokenCodec<T>(
  keys: TokenKeys,
  current: TokenFormat<T>,
  ...earlier: readonly Omit<TokenFormat<T>, "write">[]
): TokenCodec<T> {
  return {
    encode(value) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(CIPHER, keys[0], iv).setAAD(Buffer.from(current.purpose));
      const body = Buffer.concat([cipher.update(current.write(value)), cipher.final()]);
      return Buffer.concat([iv, body, cipher.getAuthTag()]).toString("base64url");
    },

    decode(token) {
      if (typeof token !== "string" || token.length > MAX_TOKEN_CHARACTERS) return undefined;
      const bytes = Buffer.from(token, "base64url");
      // Node ignores invalid characters and unused bits. Each token has one valid spelling.
      if (bytes.toString("base64url") !== token) return undefined;
      if (bytes.length <= IV_BYTES + TAG_BYTES) return undefined;
      for (const { purpose, read } of [current, ...earlier]) {
        for (const key of keys) {
          const body = attempt(() => decrypt(bytes, key, purpose));
          if (body) return attempt(() => read(body));
        }
      }
      return undefined;
    },
  };
}

/** @param dictionary Text that the JSON is likely to contain, which makes it shorter. It's part of the format. */
export function deflatedJson<T>(
  purpose: string,
  schema: z.ZodType<T>,
  dictionary = "",
): TokenFormat<T> {
  const options = { dictionary: Buffer.from(dictionary) };
  return {
    purpose,
    write: (value) => deflateRawSync(JSON.stringify(value), options),
    read: (bytes) => schema.safeParse(JSON.parse(inflateRawSync(bytes, options).toString())).data,
  };
}

function decrypt(bytes: Buffer, key: KeyObject, purpose: string): Buffer {
  const iv = bytes.subarray(0, IV_BYTES);
  const decipher = createDecipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(purpose))
    .setAuthTag(bytes.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined; // forged or damaged, another key or purpose, or another release's format
  }
}
