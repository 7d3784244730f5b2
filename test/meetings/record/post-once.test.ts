import { ada } from "../../support/activities";
import { createPostOnce } from "../../../src/meetings/record/post-once";
import type { MeetingRecord } from "../../../src/meetings/record/meeting-record";
import type { RecordStore } from "../../../src/meetings/ports/meeting-store";
import { createMemoryStore } from "../../../src/storage/memory-store";
import { cancelled, claimed, general, live } from "../../contracts/records";
import { createTestClock, type TestClock } from "../../support/clock";

let store: RecordStore;
let clock: TestClock;
beforeEach(() => {
  store = createMemoryStore().records;
  clock = createTestClock();
});

const HOUR_MS = 3_600_000;

function toPreview(id = "one") {
  const expiresAt = new Date(clock.now().getTime() + HOUR_MS).toISOString();
  return {
    id,
    restriction: { requestedBy: ada, expiresAt },
    reference: { key: general, generation: 1 },
  };
}

function postOnce(over = store) {
  return createPostOnce({ store: over, now: clock.now });
}

async function posted(): Promise<string[]> {
  const stored = await store.get(general);
  return (stored?.record.postedPreviews ?? []).map(({ id }) => id);
}

describe("a preview", () => {
  test.each<[string, MeetingRecord]>([
    ["a meeting", live()],
    ["an unfinished meeting", claimed()],
    ["a cancelled meeting", cancelled()],
  ])("of %s is posted once", async (_, record) => {
    await store.insert(record);
    const preview = toPreview();
    expect(await postOnce().claim(preview)).toBe(true);
    expect(await postOnce().claim(preview)).toBe(false);
    expect(await store.get(general)).toMatchObject({ record });
  });

  test("isn't posted without a record", async () => {
    expect(await postOnce().claim(toPreview())).toBe(false);
    expect(await store.get(general)).toBeUndefined();
  });

  test("can be posted again after its claim was given back", async () => {
    await store.insert(live());
    const preview = toPreview();
    await postOnce().claim(preview);
    await postOnce().giveBack(preview);
    expect(await posted()).toEqual([]);
    expect(await postOnce().claim(preview)).toBe(true);
  });

  test("that is given back doesn't affect others", async () => {
    await store.insert(live());
    await postOnce().claim(toPreview("one"));
    await postOnce().claim(toPreview("two"));
    await postOnce().giveBack(toPreview("one"));
    expect(await posted()).toEqual(["two"]);
  });

  test("can be given back when the record is gone", async () => {
    await expect(postOnce().giveBack(toPreview())).resolves.toBeUndefined();
  });

  test("is dropped from the record once it has expired", async () => {
    await store.insert(live());
    await postOnce().claim(toPreview("one"));
    await clock.advance(HOUR_MS - 1);
    await postOnce().claim(toPreview("two"));
    expect(await posted()).toEqual(["one", "two"]);
    await clock.advance(1);
    await postOnce().claim(toPreview("three"));
    expect(await posted()).toEqual(["two", "three"]);
  });

  test("is posted once when many send it at the same time", async () => {
    await store.insert(live());
    const preview = toPreview();
    const claims = await Promise.all(Array.from({ length: 20 }, () => postOnce().claim(preview)));
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  test("is claimed together with another write at the same time", async () => {
    await store.insert(live());
    let isFirst = true;
    const racing: RecordStore = {
      ...store,
      async replace(stored, next) {
        if (isFirst) {
          isFirst = false;
          await store.replace(stored, { ...stored.record, teamId: "written by another" });
        }
        return store.replace(stored, next);
      },
    };
    expect(await postOnce(racing).claim(toPreview())).toBe(true);
    expect(await store.get(general)).toMatchObject({ record: { teamId: "written by another" } });
    expect(await posted()).toEqual(["one"]);
  });
});
