import { createHmac, hkdfSync, timingSafeEqual, type KeyObject } from "node:crypto";

const PURPOSE = "rendezvous:graph-notifications:1";
const KEY_BYTES = 32;

interface Meeting {
  tenantId: string;
  joinWebUrl: string;
}

export type ClientStates = ReturnType<typeof createClientStates>;

/**
 * What Graph repeats in each notification about a meeting, at most 128 characters. No one else can compute it, and it's
 * the same in all processes.
 *
 * @param keys The newest first. Those of earlier subscriptions are accepted.
 */
export function createClientStates(keys: readonly KeyObject[]) {
  const derived = keys.map((key) => Buffer.from(hkdfSync("sha256", key, "", PURPOSE, KEY_BYTES)));

  return {
    create: (meeting: Meeting) => toStates(meeting)[0] ?? "",
    /** Compares in constant time. */
    isValid(state: string, meeting: Meeting): boolean {
      const given = Buffer.from(state);
      const expected = toStates(meeting).map((one) => Buffer.from(one));
      return expected.some((one) => one.length === given.length && timingSafeEqual(one, given));
    },
  };

  function toStates({ tenantId, joinWebUrl }: Meeting): string[] {
    const text = JSON.stringify([tenantId.toLowerCase(), joinWebUrl]);
    return derived.map((key) => createHmac("sha256", key).update(text).digest("base64url"));
  }
}
