import { createCipheriv, createSecretKey } from "node:crypto";
import fc from "fast-check";
import {
  createReferenceSealer,
  type MeetingReference,
} from "../../../src/meetings/tokens/sealed-reference";
import { general, TENANT } from "../../support/activities";

const KEY = createSecretKey(Buffer.alloc(32, 7));
const OTHER_KEY = createSecretKey(Buffer.alloc(32, 8));
const sealer = createReferenceSealer([KEY]);
const reference: MeetingReference = {
  key: { tenantId: TENANT, threadId: general.threadId, room: "design" },
  generation: 3,
};

const anyReference = fc.record({
  key: fc.record({
    tenantId: fc.uuid(),
    threadId: fc.string({ unit: "binary", maxLength: 200 }),
    room: fc.string({ unit: "binary", maxLength: 100 }),
  }),
  generation: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
});

function bytesOf(sealed: string): Buffer {
  return Buffer.from(sealed, "base64url");
}

describe("a sealed reference", () => {
  test("opens as what was sealed", () => {
    fc.assert(
      fc.property(anyReference, (each) => {
        expect(sealer.open(sealer.seal(each))).toEqual(each);
      }),
    );
  });

  test("can stand in a URL as it is", () => {
    fc.assert(
      fc.property(anyReference, (each) => {
        expect(sealer.seal(each)).toMatch(/^[\w-]+$/);
      }),
    );
  });

  test("is another text each time", () => {
    const seals = Array.from({ length: 100 }, () => sealer.seal(reference));
    expect(new Set(seals).size).toBe(100);
    expect(new Set(seals.map((sealed) => sealed.slice(0, 16))).size).toBe(100);
  });

  test.each(["utf8", "latin1", "base64", "base64url", "hex"] as const)(
    "lets nobody read what is in it, nor the key that sealed it, as %s",
    (encoding) => {
      const sealed = sealer.seal(reference);
      const readings = sealed + bytesOf(sealed).toString(encoding);
      const { tenantId, threadId, room } = reference.key;
      for (const secret of [tenantId, threadId, room, KEY.export().subarray(0, 8)]) {
        expect(readings).not.toContain(Buffer.from(secret).toString(encoding));
        expect(readings).not.toContain(secret.toString());
      }
    },
  );

  test("does not open when any bit of it was turned", () => {
    const bytes = bytesOf(sealer.seal(reference));
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const forged = Buffer.from(bytes);
      forged[bit >> 3]! ^= 1 << (bit & 7);
      expect(sealer.open(forged.toString("base64url"))).toBeUndefined();
    }
  });

  test("does not open when it was cut, at whatever place", () => {
    const bytes = bytesOf(sealer.seal(reference));
    for (let length = 0; length < bytes.length; length += 1) {
      expect(sealer.open(bytes.subarray(0, length).toString("base64url"))).toBeUndefined();
      expect(
        sealer.open(bytes.subarray(bytes.length - length).toString("base64url")),
      ).toBeUndefined();
    }
  });

  test("does not open when something was added, or two were put together", () => {
    const [a, b] = [sealer.seal(reference), sealer.seal(reference)].map(bytesOf);
    for (const joined of [
      [a!, b!],
      [a!, Buffer.alloc(1)],
      [Buffer.alloc(1), a!],
    ]) {
      expect(sealer.open(Buffer.concat(joined).toString("base64url"))).toBeUndefined();
    }
  });

  test("does not open with another key", () => {
    expect(createReferenceSealer([OTHER_KEY]).open(sealer.seal(reference))).toBeUndefined();
  });

  test.each([
    ["no purpose", undefined],
    ["another purpose", "rendezvous:session:1"],
  ])("does not open when the same key sealed it for %s", (_, purpose) => {
    const iv = Buffer.alloc(12, 1);
    const cipher = createCipheriv("aes-256-gcm", KEY, iv);
    if (purpose) cipher.setAAD(Buffer.from(purpose));
    const payload = JSON.stringify([TENANT, general.threadId, "", 1]);
    const body = Buffer.concat([cipher.update(payload, "utf8"), cipher.final()]);
    const sealed = Buffer.concat([iv, body, cipher.getAuthTag()]).toString("base64url");
    expect(sealer.open(sealed)).toBeUndefined();
  });

  test.each([
    ["nothing", undefined],
    ["null", null],
    ["a number", 7],
    ["a boolean", true],
    ["a list", ["x"]],
    ["an object", {}],
    ["an object that reads as a seal", { toString: () => sealer.seal(reference) }],
    ["a String object", new String("x")],
    ["bytes", KEY],
    ["a symbol", Symbol("x")],
    ["an empty text", ""],
    ["a blank", " "],
    ["a text that is no base64", "§§§"],
    ["plain JSON", JSON.stringify(reference)],
    ["a GUID", TENANT],
    ["a megabyte", "A".repeat(1_048_576)],
    ["zeros in the length of a seal", Buffer.alloc(120).toString("base64url")],
  ])("is none when it is %s", (_, sealed) => {
    expect(sealer.open(sealed)).toBeUndefined();
  });

  test("is never opened from what somebody makes up", () => {
    const madeUp = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes).toString("base64url")),
      fc.anything(),
    );
    fc.assert(
      fc.property(madeUp, (sealed) => {
        expect(sealer.open(sealed)).toBeUndefined();
      }),
    );
  });

  describe("while keys are rotated", () => {
    const old = createReferenceSealer([OTHER_KEY]);
    const both = createReferenceSealer([KEY, OTHER_KEY]);

    test("opens when the old key sealed it and is still among the keys", () => {
      expect(both.open(old.seal(reference))).toEqual(reference);
    });

    test("opens no more when the old key is gone", () => {
      expect(sealer.open(old.seal(reference))).toBeUndefined();
    });

    test("is sealed by the new key", () => {
      const sealed = both.seal(reference);
      expect(sealer.open(sealed)).toEqual(reference);
      expect(old.open(sealed)).toBeUndefined();
    });
  });
});
