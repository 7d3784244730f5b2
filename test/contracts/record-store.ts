import { toKeyText, type MeetingKey } from "../../src/meetings/record/meeting-key";
import type { MeetingStore } from "../../src/meetings/ports/meeting-store";
import type { RecentMeetingRow } from "../../src/meetings/ports/meeting-store";
import { describeRecentMeetings } from "./recent-meetings";
import { describeErasing } from "./record-store-erasing";
import { describeRaces } from "./record-store-races";
import { describeUnreadable } from "./record-store-unreadable";
import { describeAnsweredMessages } from "./answered-messages";
import { describeDueWork } from "./due-work";
import { describeJoinLinks } from "./join-links";
import { describePendingCommands } from "./pending-commands";
import {
  claimed,
  fullRecord,
  general,
  hostileKeys,
  isOfGeneral,
  live,
  scanAll,
  tenantId,
} from "./records";

export interface StoreUnderTest {
  store: MeetingStore;
  /** Writes a text under the key without any check. */
  plant: (key: MeetingKey, text: string) => Promise<void>;
  /** Writes a text as a recent meeting, without any check. */
  plantRecent: (recent: RecentMeetingRow, text: string) => Promise<void>;
}

/**
 * The contract of every store. `openNew` opens an empty store, and the suite closes it.
 */
export function describeRecordStore(name: string, openNew: () => Promise<StoreUnderTest>): void {
  describe(`${name} as a record store`, () => {
    let under: StoreUnderTest;
    let store: MeetingStore;
    beforeEach(async () => {
      under = await openNew();
      store = under.store;
    });
    afterEach(() => store.close());

    test("an unused key has no record", async () => {
      expect(await store.records.get(general)).toBeUndefined();
      expect(await store.records.list(general)).toEqual({ records: [], unreadableCount: 0 });
    });

    test("get returns an inserted record with every field and its version", async () => {
      const inserted = await store.records.insert(fullRecord);
      expect(inserted?.record).toEqual(fullRecord);
      expect(await store.records.get(general)).toEqual(inserted);
      expect(await store.records.list(general)).toEqual({
        records: [inserted],
        unreadableCount: 0,
      });
    });

    test("a second insert of a key changes nothing and returns undefined", async () => {
      const first = await store.records.insert(claimed());
      expect(await store.records.insert(live())).toBeUndefined();
      expect(await store.records.get(general)).toEqual(first);
    });

    test("replace of the current state writes a new version", async () => {
      const first = (await store.records.insert(claimed()))!;
      const second = (await store.records.replace(first, live()))!;
      expect(second.record).toEqual(live());
      expect(second.version).not.toBe(first.version);
      expect(await store.records.get(general)).toEqual(second);
    });

    test("replacing a record with itself is a change too", async () => {
      const first = (await store.records.insert(claimed()))!;
      const second = (await store.records.replace(first, first.record))!;
      expect(second.version).not.toBe(first.version);
      expect(await store.records.replace(first, live())).toBeUndefined();
    });

    test("replace of an older state changes nothing and returns undefined", async () => {
      const first = (await store.records.insert(claimed()))!;
      const second = (await store.records.replace(first, live()))!;
      expect(await store.records.replace(first, claimed({ generation: 9 }))).toBeUndefined();
      expect(await store.records.get(general)).toEqual(second);
    });

    test("an unknown version replaces and erases nothing", async () => {
      const stored = (await store.records.insert(claimed()))!;
      for (const version of ["", "0", "NaN", "Infinity", "3.542694326329068e-103", 'W/"1"']) {
        expect(await store.records.replace({ ...stored, version }, live())).toBeUndefined();
        expect(await store.records.erase({ ...stored, version })).toBe(false);
      }
      expect(await store.records.get(general)).toEqual(stored);
    });

    test("replacing a record with another key's throws", async () => {
      const stored = (await store.records.insert(claimed()))!;
      const other = claimed({ key: { ...general, room: "design" } });
      await expect(store.records.replace(stored, other)).rejects.toMatchObject({
        code: "unexpected",
      });
      expect(await store.records.get(general)).toEqual(stored);
    });

    test("an invalid record is not written", async () => {
      const broken = claimed({ lease: { holder: "a", expiresAt: "tomorrow" } });
      await expect(store.records.insert(broken)).rejects.toMatchObject({
        code: "unexpected",
        details: { reason: expect.stringContaining("lease.expiresAt") },
      });
      expect(await store.records.get(general)).toBeUndefined();
    });

    test("list returns the rooms of one conversation", async () => {
      for (const key of hostileKeys) await store.records.insert(claimed({ key }));
      const { records, unreadableCount } = await store.records.list(general);
      expect(records.map(({ record }) => toKeyText(record.key)).toSorted()).toEqual(
        hostileKeys.filter(isOfGeneral).map(toKeyText).toSorted(),
      );
      expect(unreadableCount).toBe(0);
    });

    test("keys with any characters, up to 500, are kept apart", async () => {
      for (const [generation, key] of hostileKeys.entries()) {
        expect(await store.records.insert(claimed({ key, generation }))).toBeDefined();
      }
      for (const [generation, key] of hostileKeys.entries()) {
        expect((await store.records.get(key))?.record).toEqual(claimed({ key, generation }));
      }
    });

    test("the case of tenant ids is ignored", async () => {
      const upperCase = { ...general, tenantId: tenantId.toUpperCase() };
      const stored = (await store.records.insert(claimed({ key: upperCase })))!;
      expect(await store.records.insert(claimed())).toBeUndefined();
      expect(await store.records.get(general)).toEqual(stored);
      expect((await store.records.list(general)).records).toEqual([stored]);
      expect(await store.records.replace(stored, live())).toBeDefined();
      expect(await store.eraseConversation(upperCase)).toBe(1);
      expect(await store.records.get(general)).toBeUndefined();
    });

    test("changing a record that was passed in or returned doesn't change the store", async () => {
      const given = live();
      const inserted = (await store.records.insert(given))!;
      given.meeting.subject = "changed";
      inserted.record.meeting.subject = "changed";
      const replaced = (await store.records.replace(inserted, live({ generation: 1 })))!;
      replaced.record.meeting.subject = "changed";
      for (const got of [
        await store.records.get(general),
        ...(await store.records.list(general)).records,
      ]) {
        expect(got?.record).toEqual(live({ generation: 1 }));
        Reflect.set(got!.record.requestedBy, "name", "changed");
      }
      expect((await store.records.get(general))?.record).toEqual(live({ generation: 1 }));
    });

    test("a closed store throws on every call, and can be closed twice", async () => {
      const stored = (await store.records.insert(claimed()))!;
      await store.close();
      await store.close();
      const calls = [
        () => store.records.get(general),
        () => store.records.insert(claimed()),
        () => store.records.replace(stored, live()),
        () => store.records.list(general),
        () => scanAll(store),
        () => store.records.erase(stored),
        () => store.eraseConversation(general),
      ];
      for (const call of calls) {
        await expect(call()).rejects.toMatchObject({ code: "store_unavailable" });
      }
    });

    describeErasing(() => store);
    describeUnreadable(() => under);
    describeRaces(() => store);
    describeRecentMeetings(() => under);
    describePendingCommands(() => under);
    describeAnsweredMessages(() => under);
    describeDueWork(() => under);
    describeJoinLinks(() => under);
  });
}
