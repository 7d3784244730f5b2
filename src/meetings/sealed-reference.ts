import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from "node:crypto";
import { z } from "zod";
import type { MeetingKey } from "./meeting-key";

/** What a button or a link stands for. */
export interface MeetingReference {
  key: MeetingKey;
  generation: number;
}

/** Seals references, so that nothing in a button's data can be read or forged by who holds it. */
export interface ReferenceSealer {
  seal(reference: MeetingReference): string;
  /** `undefined` for whatever was not sealed by one of our keys. */
  open(sealed: unknown): MeetingReference | undefined;
}

const CIPHER = "aes-256-gcm";
const IV_BYTES = 12; // NIST SP 800-38D §8.2: 96 bits, here random
const TAG_BYTES = 16;
/** Bound into every seal: a text sealed with the same key for another purpose does not open here. */
const PURPOSE = Buffer.from("rendezvous:meeting-reference:1");
/** Far beyond any real reference; what is longer is not ours and is not worth decrypting. */
const MAX_SEALED_CHARACTERS = 4096;

const payloadSchema = z.tuple([z.string(), z.string(), z.string(), z.number().int().positive()]);

/**
 * AES-256-GCM over tenant, thread, room and generation.
 *
 * @param keys 32 bytes each. The first seals, all open, so that keys can be rotated: put the new one first
 *   and keep the old one until its cards have been refreshed.
 */
export function createReferenceSealer(keys: readonly [KeyObject, ...KeyObject[]]): ReferenceSealer {
  return {
    seal({ key: { tenantId, threadId, room }, generation }) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(CIPHER, keys[0], iv).setAAD(PURPOSE);
      const payload = JSON.stringify([tenantId, threadId, room, generation]);
      const body = Buffer.concat([cipher.update(payload, "utf8"), cipher.final()]);
      return Buffer.concat([iv, body, cipher.getAuthTag()]).toString("base64url");
    },

    open(sealed) {
      if (typeof sealed !== "string" || sealed.length > MAX_SEALED_CHARACTERS) return undefined;
      const bytes = Buffer.from(sealed, "base64url");
      if (bytes.length <= IV_BYTES + TAG_BYTES) return undefined;
      for (const key of keys) {
        const payload = decrypt(bytes, key);
        if (payload !== undefined) return toReference(payload);
      }
      return undefined;
    },
  };
}

function decrypt(bytes: Buffer, key: KeyObject): string | undefined {
  const iv = bytes.subarray(0, IV_BYTES);
  const body = bytes.subarray(IV_BYTES, -TAG_BYTES);
  const decipher = createDecipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES })
    .setAAD(PURPOSE)
    .setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return decipher.update(body, undefined, "utf8") + decipher.final("utf8");
  } catch {
    return undefined; // forged, damaged, or sealed with another key: the caller tries the next one
  }
}

function toReference(payload: string): MeetingReference | undefined {
  const read = payloadSchema.safeParse(JSON.parse(payload));
  if (!read.success) return undefined;
  const [tenantId, threadId, room, generation] = read.data;
  return { key: { tenantId, threadId, room }, generation };
}
