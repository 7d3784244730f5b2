import fc from "fast-check";
import { toExternalId } from "../../../src/meetings/record/external-id";
import { toKeyText } from "../../../src/meetings/record/meeting-key";
import { hostileKeys } from "../../contracts/records";
import { general, groupChat, personalChat, TENANT } from "../../support/activities";

const text = fc.string({ unit: "binary", maxLength: 40 });
const key = fc.record({ tenantId: text, threadId: text, room: text });
const generation = fc.integer({ min: 1 });

describe("the external id of a conversation's meeting", () => {
  // These values can never change: existing meetings depend on them. When a test fails, the
  // code is wrong. Python's uuid.uuid5 gives the same values.
  test.each([
    [general.threadId, "", 1, "66b63c04-8698-5789-9bb9-bbe92cb1ddfd"],
    [general.threadId, "", 2, "4a1aa099-e740-5adc-bc5c-c70295c74707"],
    [general.threadId, "design", 1, "8b2ab620-d597-5516-b998-1e51b0512eac"],
    [general.threadId, "設計 🚀", 3, "37942da1-337a-59fd-b351-6a82c5388e8e"],
    [groupChat.threadId, "", 1, "4a24a113-9dfe-5665-8f80-de90a107ae5c"],
    [personalChat.threadId, "", 1, "fc2327f9-c62c-53a2-be1c-296592ba2357"],
  ])("of %s, room %j, generation %i is always %s", (threadId, room, number, externalId) => {
    expect(TENANT).toBe("11111111-2222-4333-8444-555555555555");
    expect(toExternalId({ tenantId: TENANT, threadId, room }, number)).toBe(externalId);
  });

  test.each(["AAAAAAAA-bbbb-4CCC-8ddd-eeeeeeeeeeee", "aaaaaaaa-BBBB-4ccc-8DDD-EEEEEEEEEEEE"])(
    "does not depend on the case of the tenant's id: %s",
    (tenantId) => {
      const { threadId } = general;
      const externalId = toExternalId({ tenantId, threadId, room: "" }, 1);
      expect(externalId).toBe("96e09caf-71aa-5c47-9c4c-84e3c556763b");
    },
  );

  test("depends on the case of everything else", () => {
    const { threadId } = general;
    const ids = [
      { tenantId: TENANT, threadId, room: "design" },
      { tenantId: TENANT, threadId, room: "Design" },
      { tenantId: TENANT, threadId: threadId.toUpperCase(), room: "design" },
    ].map((each) => toExternalId(each, 1));
    expect(new Set(ids).size).toBe(3);
  });

  test("differs for all hostile keys and generations", () => {
    const ids = hostileKeys.flatMap((each) => [1, 2, 11, 12].map((n) => toExternalId(each, n)));
    expect(new Set(ids).size).toBe(hostileKeys.length * 4);
  });

  test("is a lowercase UUID of version 5 for any key", () => {
    fc.assert(
      fc.property(key, generation, (each, n) => {
        expect(toExternalId(each, n)).toMatch(
          /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
        );
      }),
    );
  });

  test("differs when tenant, thread, room or generation differ", () => {
    // Few letters, and the separators of the key's text, so that parts collide often.
    const part = fc.string({
      unit: fc.constantFrom("a", '"', ",", "#", "1", "[", "]", "\\"),
      maxLength: 4,
    });
    const near = fc.record({
      tenantId: part,
      threadId: part,
      room: part,
      n: fc.integer({ min: 1, max: 12 }),
    });
    fc.assert(
      fc.property(near, near, (a, b) => {
        const isSame = (["tenantId", "threadId", "room", "n"] as const).every((f) => a[f] === b[f]);
        expect(toExternalId(a, a.n) === toExternalId(b, b.n)).toBe(isSame);
      }),
      { numRuns: 1000 },
    );
  });

  test("is derived from a text that no other key has", () => {
    fc.assert(
      fc.property(key, (each) => {
        expect(JSON.parse(toKeyText(each))).toEqual([
          each.tenantId.toLowerCase(),
          each.threadId,
          each.room,
        ]);
      }),
    );
  });
});
