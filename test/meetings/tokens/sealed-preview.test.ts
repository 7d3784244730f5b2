import { createSecretKey } from "node:crypto";
import { createOfferSealer } from "../../../src/meetings/tokens/sealed-offer";
import {
  createPreviewSealer,
  toPreviewEnd,
  type MeetingPreview,
} from "../../../src/meetings/tokens/sealed-preview";
import { createReferenceSealer } from "../../../src/meetings/tokens/sealed-reference";
import { ada, bo, general, TENANT } from "../../support/activities";

const KEY = createSecretKey(Buffer.alloc(32, 7));
const OTHER_KEY = createSecretKey(Buffer.alloc(32, 8));

const bare: MeetingPreview = {
  id: "0f1e2d3c",
  senderAadId: ada.aadId,
  until: "2026-11-20T10:00:00.000Z",
  reference: {
    key: { tenantId: TENANT, threadId: general.threadId, room: "" },
    generation: 3,
  },
  request: { topic: "", wasTopicCut: false, people: [], room: "", isHere: false },
  entered: {},
  isSettled: true,
};
const full: MeetingPreview = {
  ...bare,
  request: {
    topic: "Sprint <at>review</at> 🎉",
    wasTopicCut: true,
    time: { kind: "length", minutes: 45 },
    people: [
      {
        kind: "mention",
        mentionId: bo.aadId,
        name: bo.name,
        aadId: bo.aadId,
        upn: "bo@contoso.com",
      },
      { kind: "address", upn: "ana@contoso.com" },
    ],
    room: "design",
    isHere: false,
  },
  entered: {
    topic: "Sprint",
    day: "2026-11-24",
    time: "15:00",
    minutes: "45",
    people: bo.aadId,
    addresses: "ana@contoso.com",
    room: "#design",
  },
  isSettled: false,
};

const sealer = createPreviewSealer([KEY]);

describe("a sealed preview", () => {
  test.each([
    ["of nothing but the meeting", bare],
    ["of all that can be entered", full],
    ["of one field", { ...bare, entered: { minutes: "" } }],
  ])("opens as what was sealed: %s", (_, preview) => {
    expect(sealer.open(sealer.seal(preview))).toEqual(preview);
  });

  test("shows nothing of what is in it, and is another each time", () => {
    const sealed = sealer.seal(full);
    expect(sealed).toMatch(/^[\w-]+$/);
    expect(Buffer.from(sealed, "base64url").toString("latin1")).not.toMatch(/Sprint|contoso/);
    expect(sealer.seal(full)).not.toBe(sealed);
  });

  test("opens with the key before, and not without it", () => {
    const sealed = sealer.seal(bare);
    expect(createPreviewSealer([OTHER_KEY, KEY]).open(sealed)).toEqual(bare);
    expect(createPreviewSealer([OTHER_KEY]).open(sealed)).toBeUndefined();
  });

  test("opens as nothing else, and nothing else as it", () => {
    const offers = createOfferSealer([KEY]);
    const references = createReferenceSealer([KEY]);
    const sealed = sealer.seal(bare);
    expect(offers.open(sealed)).toBeUndefined();
    expect(references.open(sealed)).toBeUndefined();
    const { reference, request } = bare;
    expect(sealer.open(offers.seal({ does: "meet", reference, request }))).toBeUndefined();
    expect(sealer.open(references.seal(reference))).toBeUndefined();
  });

  test.each([
    [
      "a changed character",
      (sealed: string) => `${sealed.slice(0, -2)}${sealed.endsWith("A") ? "BB" : "AA"}`,
    ],
    ["a cut end", (sealed: string) => sealed.slice(0, -8)],
    ["something behind it", (sealed: string) => `${sealed}AAAA`],
    ["nothing", () => ""],
    ["another kind of value", () => ({ sealed: true })],
  ])("with %s does not open", (_, damage) => {
    expect(sealer.open(damage(sealer.seal(bare)))).toBeUndefined();
  });
});

test("a preview can be sent for an hour", () => {
  expect(toPreviewEnd(new Date("2026-11-20T09:00:00.000Z"))).toBe("2026-11-20T10:00:00.000Z");
});
