import fc from "fast-check";
import {
  fromTableKey,
  MAX_TEXT_LENGTH,
  readEntity,
  toEntity,
  toTableKey,
} from "../../src/storage/azure-table-entity";
import type { RowKey } from "../../src/storage/text-table";

const key: RowKey = { conversation: "c0ffee", room: "f00d" };

/** As the service returns it. */
function afterStorage(rowKey: RowKey, text: string) {
  const etag = `W/"datetime'2026-11-27T11%3A34%3A17.5675850Z'"`;
  return readEntity({ ...toEntity(rowKey, text, "a write"), etag, timestamp: new Date(0) });
}

describe("a table key", () => {
  test.each([
    ["", "_"],
    ["0123456789abcdef", "0123456789abcdef"],
    ["19:a@thread.tacv2", "19_003aa_0040thread.tacv2"],
    ["a/b\\c#d?e%f'g", "a_002fb_005cc_0023d_003fe_0025f_0027g"],
    ["_", "_005f"],
    ["\u0000\u007f\u0085", "_0000_007f_0085"],
    ["\u{1F680}", "_d83d_de80"],
  ])("%j is written %s, and read again", (text, written) => {
    expect(toTableKey(text)).toBe(written);
    expect(fromTableKey(written)).toBe(text);
  });

  test("differs for different texts, and contains only characters that the service accepts", () => {
    const text = fc.string({ unit: "binary", maxLength: 60 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(toTableKey(one)).toMatch(/^[\w.-]{1,512}$/);
        expect(fromTableKey(toTableKey(one))).toBe(one);
        expect(toTableKey(one) === toTableKey(other)).toBe(one === other);
      }),
    );
  });

  test("stays within 1 KiB for a long text, which can still be read", () => {
    const long = { conversation: "/".repeat(1000), room: "r".repeat(513) };
    const { partitionKey, rowKey } = toEntity(long, "text", "a write");
    expect([partitionKey, rowKey]).toEqual([
      expect.stringMatching(/^__[\da-f]{64}$/),
      expect.stringMatching(/^__[\da-f]{64}$/),
    ]);
    expect(afterStorage(long, "text").key).toEqual(long);
    expect(toTableKey("r".repeat(512))).toBe("r".repeat(512));
    expect(toTableKey(`${"/".repeat(1000)}?`)).not.toBe(partitionKey);
  });
});

describe("an entity", () => {
  test.each([
    ["nothing", 0, 1],
    ["one part", 32_000, 1],
    ["slightly more than one part", 32_001, 2],
    ["the maximum size", MAX_TEXT_LENGTH, 16],
  ])("holds writing: a row has %s", (_, length, partCount) => {
    const text = "x".repeat(length);
    const { partitionKey, rowKey, write, ...parts } = toEntity(key, text, "a write");
    expect([partitionKey, rowKey, write]).toEqual(["c0ffee", "f00d", "a write"]);
    expect(Object.keys(parts)).toHaveLength(partCount);
    expect(Math.max(...Object.values(parts).map((part) => part.length))).toBeLessThanOrEqual(
      32_000,
    );
    expect(afterStorage(key, text)).toMatchObject({ key, text, write: "a write" });
  });

  test("doesn't split a surrogate pair", () => {
    const text = `x${"\u{1F680}".repeat(20_000)}`;
    for (const part of Object.values(toEntity(key, text, "a write"))) {
      expect(Buffer.from(part).toString()).toBe(part);
    }
    expect(afterStorage(key, text).text).toBe(text);
  });

  test("isn't created for a text that is too long", () => {
    expect(() => toEntity(key, "x".repeat(MAX_TEXT_LENGTH + 1), "a write")).toThrow(
      /^store_unavailable: writing: a row has 500001 characters, but only 500000 fit$/,
    );
  });

  test("of another program is a row with an empty or partial text", () => {
    const foreign = { partitionKey: "a", rowKey: "b", etag: "e", write: 7, room: 1, text0: 12 };
    expect(readEntity(foreign)).toEqual({
      key: { conversation: "a", room: "b" },
      text: "",
      version: "e",
      write: undefined,
    });
    expect(readEntity({ ...foreign, partitionKey: "__x" }).key.conversation).toBe("__x");
  });

  test.each([{}, { partitionKey: "a", rowKey: "b" }, { value: [] }])(
    "%j isn't an entity: no table service answered",
    (answer) => {
      expect(() => readEntity(answer)).toThrow(
        expect.objectContaining({ code: "store_unavailable" }),
      );
    },
  );
});
