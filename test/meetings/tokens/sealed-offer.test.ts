import { createSecretKey } from "node:crypto";
import {
  createOfferSealer,
  isConfirmable,
  toConfirmation,
  type MeetingOffer,
} from "../../../src/meetings/tokens/sealed-offer";
import { createReferenceSealer } from "../../../src/meetings/tokens/sealed-reference";
import { createSealer } from "../../../src/meetings/tokens/sealer";
import { z } from "zod";
import { ada, bo, general, TENANT } from "../../support/activities";

const KEY = createSecretKey(Buffer.alloc(32, 7));
const OTHER_KEY = createSecretKey(Buffer.alloc(32, 8));
const reference = {
  key: { tenantId: TENANT, threadId: general.threadId, room: "design" },
  generation: 3,
};
const asker = { aadId: ada.aadId, name: "Ada Lovelace" };
const now = new Date("2026-11-20T09:00:00.000Z");

const bare: MeetingOffer = {
  does: "meet",
  reference,
  request: { topic: "", wasTopicCut: false, people: [], room: "", isHere: false },
};
const full: MeetingOffer = {
  does: "new",
  reference,
  request: {
    topic: "Sprint <at>review</at> 🎉",
    wasTopicCut: true,
    time: { kind: "length", minutes: 45 },
    people: [
      { kind: "mention", mentionId: bo.teamsId, name: bo.name, aadId: bo.aadId, role: "presenter" },
      { kind: "mention", mentionId: "29:unknown", name: "Ana" },
      { kind: "address", upn: "ana@contoso.com", role: "coorganizer" },
    ],
    room: "design",
    isHere: true,
  },
  confirmation: toConfirmation(asker, now),
};

const sealer = createOfferSealer([KEY]);

describe("a sealed offer", () => {
  test.each<[string, MeetingOffer]>([
    ["of nothing but the meeting", bare],
    ["of all that can be asked for", full],
    [
      "of a start",
      { ...bare, request: { ...bare.request, time: { kind: "start", startsAt: "x" } } },
    ],
    [
      "of both ends",
      { ...bare, request: { ...bare.request, time: { kind: "span", startsAt: "x", endsAt: "y" } } },
    ],
  ])("opens as what was sealed: %s", (_, offer) => {
    expect(sealer.open(sealer.seal(offer))).toEqual(offer);
  });

  test("is no reference, and a reference is no offer", () => {
    const references = createReferenceSealer([KEY]);
    expect(references.open(sealer.seal(bare))).toBeUndefined();
    expect(sealer.open(references.seal(reference))).toBeUndefined();
  });

  test("does not open for another purpose, though key and value be the same", () => {
    const one = createSealer([KEY], "one", z.string());
    const other = createSealer([KEY], "other", z.string());
    expect(one.open(one.seal("x"))).toBe("x");
    expect(other.open(one.seal("x"))).toBeUndefined();
  });

  test("opens after its key was replaced, while that is still among the keys, and no longer", () => {
    const sealed = sealer.seal(full);
    expect(createOfferSealer([OTHER_KEY, KEY]).open(sealed)).toEqual(full);
    expect(createOfferSealer([OTHER_KEY]).open(sealed)).toBeUndefined();
    expect(sealer.open(createOfferSealer([OTHER_KEY, KEY]).seal(full))).toBeUndefined();
  });

  test("shows nothing of what is in it, and is another text each time", () => {
    const [one, other] = [sealer.seal(full), sealer.seal(full)];
    expect(one).not.toBe(other);
    expect(one).toMatch(/^[\w-]+$/);
    const readable = Buffer.from(one, "base64url").toString("latin1");
    for (const secret of ["Sprint", "contoso", TENANT, bo.aadId]) {
      expect(readable).not.toContain(secret);
    }
  });

  test("does not open when any of its bytes was changed, or it was cut", () => {
    const bytes = Buffer.from(sealer.seal(bare), "base64url");
    for (let index = 0; index < bytes.length; index += 1) {
      const forged = Buffer.from(bytes);
      forged.writeUInt8(forged.readUInt8(index) ^ 1, index);
      expect(sealer.open(forged.toString("base64url"))).toBeUndefined();
      expect(sealer.open(bytes.subarray(0, index).toString("base64url"))).toBeUndefined();
    }
  });

  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["an empty text", ""],
    ["an object", { does: "cancel" }],
    ["plain JSON", JSON.stringify(full)],
    ["a very long text", "x".repeat(1_000_000)],
  ])("is not made of %s", (_, text) => {
    expect(sealer.open(text)).toBeUndefined();
  });

  test("of what this version does not know opens as nothing", () => {
    const purpose = "rendezvous:meeting-offer:2";
    const later = createSealer([KEY], purpose, z.unknown(), { isDeflated: true });
    for (const unknown of [
      { ...bare, does: "erase" },
      { ...bare, reference: { ...reference, generation: 0 } },
      { ...bare, request: { ...bare.request, people: [{ kind: "tag", id: "x" }] } },
      "text",
    ]) {
      expect(sealer.open(later.seal(unknown))).toBeUndefined();
    }
    expect(sealer.open(later.seal(bare))).toEqual(bare);
  });
});

test("a question can be answered for 10 minutes", () => {
  const confirmation = toConfirmation(asker, now);
  expect(confirmation.asker).toEqual(asker);
  const at = (ms: number) => isConfirmable(confirmation, new Date(now.getTime() + ms));
  expect([0, 599_999, 600_000, 86_400_000].map(at)).toEqual([true, true, false, false]);
});
