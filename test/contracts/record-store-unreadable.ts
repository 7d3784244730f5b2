import type { StoreUnderTest } from "./record-store";
import { claimed, general, live, scanAll } from "./records";

const secret = "Bonnie's lay-off talk";
const claimedJson = { ...claimed(), schemaVersion: 2 };
const unreadableTexts: [title: string, text: string][] = [
  ["no text", ""],
  ["no JSON", `{"subject":"${secret}`],
  ["no object", JSON.stringify([secret])],
  ["no schema version", JSON.stringify(claimed({ subject: secret }))],
  ["a later schema version", JSON.stringify({ ...claimedJson, subject: secret, schemaVersion: 3 })],
  ["an unknown state", JSON.stringify({ ...claimedJson, subject: secret, state: "ended" })],
  ["a missing field", JSON.stringify({ ...claimedJson, requestedBy: { name: secret } })],
  ["a wrong field", JSON.stringify({ ...claimedJson, generation: secret })],
  [
    "another key's record",
    JSON.stringify({ ...claimedJson, key: { ...general, threadId: secret } }),
  ],
];

/** Records of a later release, or damaged ones: never treated as missing, never overwritten. */
export function describeUnreadable(getStore: () => StoreUnderTest): void {
  describe("with an unreadable record", () => {
    test.each(unreadableTexts)("get throws for %s, without quoting the record", async (_, text) => {
      const { store, plant } = getStore();
      await plant(general, text);
      const error: unknown = await store.records.get(general).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: "record_unreadable" });
      expect(error).toHaveProperty("details.reason", expect.any(String));
      expect(JSON.stringify(error) + String(error)).not.toContain("Bonnie");
      expect(error).not.toHaveProperty("cause");
    });

    test("list counts it and returns the others", async () => {
      const { store, plant } = getStore();
      for (const [room, text] of unreadableTexts) await plant({ ...general, room }, text);
      const readable = await store.records.insert(live());
      expect(await store.records.list(general)).toEqual({
        records: [readable],
        unreadableCount: unreadableTexts.length,
      });
    });

    test.each(unreadableTexts)("insert and replace leave %s alone", async (_, text) => {
      const { store, plant } = getStore();
      const stored = (await store.records.insert(claimed()))!;
      await plant(general, text);
      expect(await store.records.insert(claimed())).toBeUndefined();
      expect(await store.records.replace(stored, live())).toBeUndefined();
      await expect(store.records.get(general)).rejects.toMatchObject({ code: "record_unreadable" });
    });

    test("a scan skips it and finds the others", async () => {
      const { store, plant } = getStore();
      for (const [room, text] of unreadableTexts) await plant({ ...general, room }, text);
      const readable = await store.records.insert(live());
      expect(await scanAll(store)).toEqual([readable]);
    });

    test("a scan skips a record under another key", async () => {
      const { store, plant } = getStore();
      const otherRoom = { ...general, room: "design" };
      await plant(general, JSON.stringify({ ...claimedJson, key: otherRoom }));
      expect(await scanAll(store)).toEqual([]);
    });

    test.each(unreadableTexts)("erase leaves %s alone", async (_, text) => {
      const { store, plant } = getStore();
      const stored = (await store.records.insert(claimed()))!;
      await plant(general, text);
      expect(await store.records.erase(stored)).toBe(false);
      await expect(store.records.get(general)).rejects.toMatchObject({ code: "record_unreadable" });
    });

    test("eraseConversation erases it, and the key can be used again", async () => {
      const { store, plant } = getStore();
      for (const [room, text] of unreadableTexts) await plant({ ...general, room }, text);
      await plant(general, "{");
      expect(await store.eraseConversation(general)).toBe(unreadableTexts.length + 1);
      expect(await store.records.list(general)).toEqual({ records: [], unreadableCount: 0 });
      expect(await store.records.insert(claimed())).toBeDefined();
    });

    test("fields of a later release with the same schema version survive our writes", async () => {
      const { store, plant } = getStore();
      const requestedBy = { ...claimed().requestedBy, pronoun: "she" };
      await plant(general, JSON.stringify({ ...claimedJson, requestedBy, polls: [{ id: "1" }] }));
      const stored = (await store.records.get(general))!;
      await store.records.replace(stored, { ...stored.record, generation: 1 });
      expect((await store.records.get(general))?.record).toEqual({
        ...claimed({ generation: 1 }),
        requestedBy,
        polls: [{ id: "1" }],
      });
    });
  });
}
