import type { MeetingReference } from "./sealed-reference";
import { createBytesSealer, type Sealer, type SealingKeys } from "./sealer";

/** Below it lie the links, and nothing else. */
export const LINK_PATH = "/m/";

/** Links to meetings that anybody may pass on: who has one may see its meeting and join it, and no more. */
export interface MeetingLinks {
  /** `https://rendezvous.contoso.com/m/…`; another text each time. */
  toLink(reference: MeetingReference): string;
  /** `undefined` for every address that is not a link of ours, as it was made. What follows its path is nobody's. */
  readLink(url: unknown): MeetingReference | undefined;
  /** The same for what stands behind `/m/`. */
  openLink(sealed: string): MeetingReference | undefined;
}

/**
 * A seal of its own purpose: a link never serves as a button's reference, nor the other way round.
 *
 * @param origin `https://rendezvous.contoso.com`
 */
export function createMeetingLinks(keys: SealingKeys, origin: string): MeetingLinks {
  const sealer: Sealer<Buffer> = createBytesSealer(keys, "rendezvous:meeting-link:1");

  function openLink(sealed: string): MeetingReference | undefined {
    const packed = sealer.open(sealed);
    return packed && unpack(packed);
  }

  return {
    toLink: (reference) => `${origin}${LINK_PATH}${sealer.seal(pack(reference))}`,
    readLink(url) {
      if (typeof url !== "string" || !URL.canParse(url)) return undefined;
      const read = new URL(url);
      if (read.origin !== origin || read.username || read.password) return undefined;
      if (!read.pathname.startsWith(LINK_PATH)) return undefined;
      return openLink(read.pathname.slice(LINK_PATH.length));
    },
    openLink,
  };
}

const TENANT_BYTES = 16;
/** No thread id holds a blank. */
const PACKED = /^(\d+) (\S+) (.*)$/s;

/** The tenant as the 16 bytes of its GUID, and the rest as text: three quarters of the JSON's length. */
function pack({ key: { tenantId, threadId, room }, generation }: MeetingReference): Buffer {
  const tenant = Buffer.from(tenantId.replaceAll("-", ""), "hex");
  return Buffer.concat([tenant, Buffer.from(`${generation} ${threadId} ${room}`)]);
}

/** `undefined` for what an earlier release packed otherwise. */
function unpack(packed: Buffer): MeetingReference | undefined {
  const tenant = packed.subarray(0, TENANT_BYTES).toString("hex");
  const [, generation, threadId = "", room = ""] =
    PACKED.exec(packed.subarray(TENANT_BYTES).toString()) ?? [];
  if (!generation) return undefined;
  const tenantId = tenant.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return { key: { tenantId, threadId, room }, generation: Number(generation) };
}
