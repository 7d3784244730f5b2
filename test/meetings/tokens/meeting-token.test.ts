import { createCipheriv } from "node:crypto";
import fc from "fast-check";
import type { MeetingReference } from "../../../src/meetings/tokens/meeting-token";
import { general, TENANT } from "../../support/activities";
import { createTokenCodec, type TokenFormat } from "../../../src/meetings/tokens/token-codec";
import { anyReference, KEY, OTHER_KEY, reference } from "./references";
import { tokensWith } from "../../support/tokens";

const codec = tokensWith(KEY).meeting;

function bytesOf(token: string): Buffer {
  return Buffer.from(token, "base64url");
}

describe("a meeting token", () => {
  test("is decoded to the encoded reference", () => {
    fc.assert(
      fc.property(anyReference, (each) => {
        expect(codec.decode(codec.encode(each))).toEqual(each);
      }),
    );
  });

  test("needs no escaping in a URL", () => {
    fc.assert(
      fc.property(anyReference, (each) => {
        expect(codec.encode(each)).toMatch(/^[\w-]+$/);
      }),
    );
  });

  test("is encrypted once for a meeting, with a nonce that no other token has", () => {
    expect(codec.encode({ ...reference })).toBe(codec.encode(reference));
    const nonces = Array.from({ length: 100 }, (_, index) =>
      codec.encode({ ...reference, generation: index + 1 }).slice(0, 16),
    );
    expect(new Set(nonces).size).toBe(100);
    expect(tokensWith(KEY).meeting.encode(reference)).not.toBe(codec.encode(reference));
  });

  test("decodes to a reference that no caller can change", () => {
    const token = codec.encode(reference);
    const decoded = codec.decode(token);
    expect(Reflect.set(decoded ?? {}, "generation", 99)).toBe(false);
    expect(codec.decode(token)).toEqual(reference);
  });

  test.each(["utf8", "latin1", "base64", "base64url", "hex"] as const)(
    "shows neither its content nor its key, as %s",
    (encoding) => {
      const token = codec.encode(reference);
      const readings = token + bytesOf(token).toString(encoding);
      const { tenantId, threadId, room } = reference.key;
      for (const secret of [tenantId, threadId, room, KEY.export().subarray(0, 8)]) {
        expect(readings).not.toContain(Buffer.from(secret).toString(encoding));
        expect(readings).not.toContain(secret.toString());
      }
    },
  );

  test("is rejected when any bit is flipped", () => {
    const bytes = bytesOf(codec.encode(reference));
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const forged = Buffer.from(bytes);
      forged[bit >> 3]! ^= 1 << (bit & 7);
      expect(codec.decode(forged.toString("base64url"))).toBeUndefined();
    }
  });

  test("is rejected when it is cut anywhere", () => {
    const bytes = bytesOf(codec.encode(reference));
    for (let length = 0; length < bytes.length; length += 1) {
      expect(codec.decode(bytes.subarray(0, length).toString("base64url"))).toBeUndefined();
      expect(
        codec.decode(bytes.subarray(bytes.length - length).toString("base64url")),
      ).toBeUndefined();
    }
  });

  test("is rejected when bytes are added or two tokens are joined", () => {
    const [a, b] = [codec.encode(reference), codec.encode(reference)].map(bytesOf);
    for (const joined of [
      [a!, b!],
      [a!, Buffer.alloc(1)],
      [Buffer.alloc(1), a!],
    ]) {
      expect(codec.decode(Buffer.concat(joined).toString("base64url"))).toBeUndefined();
    }
  });

  test("is rejected by another key", () => {
    expect(tokensWith(OTHER_KEY).meeting.decode(codec.encode(reference))).toBeUndefined();
  });

  test.each([
    ["no purpose", undefined],
    ["another purpose", "rendezvous:session:1"],
  ])("is rejected when the same key encrypted it for %s", (_, purpose) => {
    const iv = Buffer.alloc(12, 1);
    const cipher = createCipheriv("aes-256-gcm", KEY, iv);
    if (purpose) cipher.setAAD(Buffer.from(purpose));
    const payload = JSON.stringify([TENANT, general.threadId, "", 1]);
    const body = Buffer.concat([cipher.update(payload, "utf8"), cipher.final()]);
    const token = Buffer.concat([iv, body, cipher.getAuthTag()]).toString("base64url");
    expect(codec.decode(token)).toBeUndefined();
  });

  test.each([
    ["nothing", undefined],
    ["null", null],
    ["a number", 7],
    ["a boolean", true],
    ["a list", ["x"]],
    ["an object", {}],
    ["an object that converts to a token", { toString: () => codec.encode(reference) }],
    ["a String object", new String("x")],
    ["bytes", KEY],
    ["a symbol", Symbol("x")],
    ["empty text", ""],
    ["a space", " "],
    ["text that isn't base64", "§§§"],
    ["plain JSON", JSON.stringify(reference)],
    ["a GUID", TENANT],
    ["a megabyte", "A".repeat(1_048_576)],
    ["zeros of a token's length", Buffer.alloc(120).toString("base64url")],
  ])("is never decoded from %s", (_, token) => {
    expect(codec.decode(token)).toBeUndefined();
  });

  test("is never decoded from random input", () => {
    const randomInput = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes).toString("base64url")),
      fc.anything(),
    );
    fc.assert(
      fc.property(randomInput, (token) => {
        expect(codec.decode(token)).toBeUndefined();
      }),
    );
  });

  describe("during a key rotation", () => {
    const old = tokensWith(OTHER_KEY).meeting;
    const both = tokensWith(KEY, OTHER_KEY).meeting;

    test("is decoded while its key is still configured", () => {
      expect(both.decode(old.encode(reference))).toEqual(reference);
    });

    test("is rejected once its key is gone", () => {
      expect(codec.decode(old.encode(reference))).toBeUndefined();
    });

    test("is encrypted with the new key", () => {
      const token = both.encode(reference);
      expect(codec.decode(token)).toEqual(reference);
      expect(old.decode(token)).toBeUndefined();
    });
  });

  test("is decoded when release 0.1 made it, from a JSON tuple", () => {
    const tuple: TokenFormat<MeetingReference> = {
      purpose: "rendezvous:meeting-reference:1",
      write: ({ key, generation }) =>
        Buffer.from(JSON.stringify([key.tenantId, key.threadId, key.room, generation])),
      read: () => undefined,
    };
    const release01 = createTokenCodec([KEY], tuple);
    const token = release01.encode(reference);
    expect(codec.decode(token)).toEqual(reference);
    expect(codec.encode(reference).length).toBeLessThan(0.85 * token.length);
    expect(codec.decode(release01.encode({ ...reference, generation: 0 }))).toBeUndefined();
  });

  test("is rejected when its content has another format", () => {
    const text = { write: (value: string) => Buffer.from(value), read: String };
    for (const release of [1, 2]) {
      const other = createTokenCodec([KEY], {
        purpose: `rendezvous:meeting-reference:${release}`,
        ...text,
      });
      expect(codec.decode(other.encode("something else"))).toBeUndefined();
    }
  });
});

test("a token of this release stays readable", () => {
  const token =
    "TcnQSKakC7nYdibisVc0bbDgoaWkPgsIirgWlsiD4JrLMZKF-ZPhkIgYyUtqO6iVKvVorc6tnSp2xJjruzm4I-jHdSJlECTOJMyLhP3PdbwVH-t-6RbFJrZwedOX5cHS-sPL-Mo";
  expect(codec.decode(token)).toEqual(reference);
});
