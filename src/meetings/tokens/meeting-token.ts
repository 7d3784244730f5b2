import { z } from "zod";
import type { MeetingKey } from "../record/meeting-key";
import {
  createTokenCodec,
  withEarlier,
  type TokenCodec,
  type TokenFormat,
  type TokenKeys,
} from "./token-codec";

/** The meeting that a button or link shows. */
export interface MeetingReference {
  key: MeetingKey;
  generation: number;
}

/** The token in a card's buttons. */
export function createMeetingToken(keys: TokenKeys): TokenCodec<MeetingReference> {
  return withEarlier(
    createTokenCodec(keys, "rendezvous:meeting-reference:2", packedReference),
    // Release 0.1. Cards stay in their conversations, so these tokens never expire.
    createTokenCodec(keys, "rendezvous:meeting-reference:1", release01),
  );
}

const TENANT_BYTES = 16;
/** Generation, thread id and room. A thread id has no spaces. */
const PACKED = /^(\d+) (\S+) (.*)$/s;

/** The tenant's GUID as 16 bytes and the rest as text: a quarter shorter than JSON. */
export const packedReference: TokenFormat<MeetingReference> = {
  write({ key: { tenantId, threadId, room }, generation }) {
    const tenant = Buffer.from(tenantId.replaceAll("-", ""), "hex");
    return Buffer.concat([tenant, Buffer.from(`${generation} ${threadId} ${room}`)]);
  },

  read(bytes) {
    const tenant = bytes.subarray(0, TENANT_BYTES).toString("hex");
    const rest = bytes.subarray(TENANT_BYTES).toString();
    const [, generation, threadId = "", room = ""] = PACKED.exec(rest) ?? [];
    if (!generation) return undefined;
    const tenantId = tenant.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
    return { key: { tenantId, threadId, room }, generation: Number(generation) };
  },
};

const tupleSchema = z
  .tuple([z.string(), z.string(), z.string(), z.number().int().positive()])
  .transform(([tenantId, threadId, room, generation]): MeetingReference => ({
    key: { tenantId, threadId, room },
    generation,
  }));

const release01 = {
  ...packedReference,
  read: (bytes: Buffer) => tupleSchema.safeParse(JSON.parse(bytes.toString())).data,
};
