import * as z from "zod";
import type { MeetingKey } from "../record/meeting-key";
import type { TokenFormat } from "./token-codec";

/** The meeting that a button or link shows. */
export interface MeetingReference {
  key: MeetingKey;
  generation: number;
}

const TENANT_BYTES = 16;
/** Generation, thread id and room. A thread id has no spaces. */
const PACKED = /^(\d+) (\S+) (.*)$/s;

/** The tenant's GUID as 16 bytes and the rest as text: a quarter shorter than JSON. */
const packed = {
  write({ key: { tenantId, threadId, room }, generation }: MeetingReference) {
    const tenant = Buffer.from(tenantId.replaceAll("-", ""), "hex");
    return Buffer.concat([tenant, Buffer.from(`${generation} ${threadId} ${room}`)]);
  },

  read(bytes: Buffer): MeetingReference | undefined {
    const tenant = bytes.toString("hex", 0, TENANT_BYTES);
    const rest = bytes.toString("utf8", TENANT_BYTES);
    const [, generation, threadId = "", room = ""] = PACKED.exec(rest) ?? [];
    if (!generation) return undefined;
    const tenantId = tenant.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
    return { key: { tenantId, threadId, room }, generation: Number(generation) };
  },
};

/** In buttons. */
export const MEETING_TOKEN = { purpose: "rendezvous:meeting-reference:2", ...packed };

/** In links. Has its own purpose: a leaked link can't be used in a button. */
export const LINK_TOKEN = { purpose: "rendezvous:meeting-link:1", ...packed };

const tuple = z.tuple([z.string(), z.string(), z.string(), z.number().int().positive()]);

/** Release 0.1, in buttons. Cards stay in their conversations, so these tokens never expire. */
export const MEETING_TOKEN_0_1: Omit<TokenFormat<MeetingReference>, "write"> = {
  purpose: "rendezvous:meeting-reference:1",
  read(bytes) {
    const [tenantId, threadId, room, generation] = tuple.parse(JSON.parse(bytes.toString()));
    return { key: { tenantId, threadId, room }, generation };
  },
};
