import { z } from "zod";
import {
  CONFIRMATION_MS,
  isExpired,
  PREVIEW_MS,
  restrictTo,
  type MeetingEdit,
  type MeetingOffer,
  type MeetingPreview,
  type RequestToken,
} from "../../../src/meetings/tokens/request-token";
import { createTokenCodec, deflatedJson } from "../../../src/meetings/tokens/token-codec";
import { ada, bo, TENANT } from "../../support/activities";
import { KEY, OTHER_KEY, reference } from "./references";
import { tokensWith } from "../../support/tokens";

const now = new Date("2026-11-20T09:00:00.000Z");
const requestedBy = { aadId: ada.aadId, name: "Ada Lovelace" };

const bareRequest = { topic: "", wasTopicCut: false, people: [], room: "", isHere: false };
const bareOffer: MeetingOffer = { does: "meet", reference, request: bareRequest };
const fullOffer: MeetingOffer = {
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
  restriction: restrictTo(requestedBy, CONFIRMATION_MS, now),
};
const barePreview: MeetingPreview = {
  does: "post",
  id: "0f1e2d3c",
  reference,
  request: bareRequest,
  restriction: restrictTo({ aadId: ada.aadId }, PREVIEW_MS, now),
  entered: {},
  isSettled: true,
};
const fullPreview: MeetingPreview = {
  ...barePreview,
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

const bareEdit: MeetingEdit = {
  does: "edit",
  reference,
  shown: { topic: "", day: "", time: "", minutes: "30", repeat: "once" },
  invited: [],
};
const fullEdit: MeetingEdit = {
  ...bareEdit,
  shown: {
    topic: "Sprint <at>review</at> 🎉",
    day: "2026-11-24",
    time: "15:00",
    minutes: "45",
    repeat: "own",
  },
  invited: [
    { aadId: bo.aadId, upn: "bo@contoso.com", role: "producer" },
    { aadId: ada.aadId },
    { upn: "ana@contoso.com", role: "coorganizer" },
  ],
};

const codec = tokensWith(KEY).request;

describe("a request token", () => {
  test.each<[string, RequestToken]>([
    ["an offer of the meeting alone", bareOffer],
    ["an offer of everything that can be requested", fullOffer],
    [
      "an offer with a start",
      { ...bareOffer, request: { ...bareRequest, time: { kind: "start", startsAt: "x" } } },
    ],
    [
      "an offer with a start and an end",
      {
        ...bareOffer,
        request: { ...bareRequest, time: { kind: "span", startsAt: "x", endsAt: "y" } },
      },
    ],
    ["a preview of the meeting alone", barePreview],
    ["a preview of everything that can be entered", fullPreview],
    ["a form for changes of a standing meeting", bareEdit],
    ["a form for changes of a meeting with people", fullEdit],
    ["a preview with one field entered", { ...barePreview, entered: { minutes: "" } }],
  ])("is decoded to the encoded value: %s", (_, value) => {
    expect(codec.decode(codec.encode(value))).toEqual(value);
  });

  test("isn't accepted as a token of another kind, or the other way around", () => {
    const meeting = tokensWith(KEY).meeting;
    const pending = tokensWith(KEY).pending;
    for (const value of [bareOffer, barePreview, bareEdit]) {
      expect(meeting.decode(codec.encode(value))).toBeUndefined();
      expect(pending.decode(codec.encode(value))).toBeUndefined();
      expect(codec.decode(pending.encode({ ...value }))).toBeUndefined();
    }
    expect(codec.decode(meeting.encode(reference))).toBeUndefined();
  });

  test("is rejected for another purpose of the same key and format", () => {
    const one = createTokenCodec([KEY], deflatedJson("one", z.string()));
    const other = createTokenCodec([KEY], deflatedJson("other", z.string()));
    expect(one.decode(one.encode("x"))).toBe("x");
    expect(other.decode(one.encode("x"))).toBeUndefined();
  });

  test.each([fullOffer, barePreview])("is decoded while its key is still configured", (value) => {
    const token = codec.encode(value);
    const rotated = tokensWith(OTHER_KEY, KEY).request;
    expect(rotated.decode(token)).toEqual(value);
    expect(tokensWith(OTHER_KEY).request.decode(token)).toBeUndefined();
    expect(codec.decode(rotated.encode(value))).toBeUndefined();
  });

  test.each([fullOffer, fullPreview])("is encrypted, differently each time", (value) => {
    const [one, other] = [codec.encode(value), codec.encode(value)];
    expect(one).not.toBe(other);
    expect(one).toMatch(/^[\w-]+$/);
    const readable = Buffer.from(one, "base64url").toString("latin1");
    for (const secret of ["Sprint", "contoso", TENANT, bo.aadId]) {
      expect(readable).not.toContain(secret);
    }
  });

  test("is rejected when any byte was changed or the end was cut off", () => {
    const bytes = Buffer.from(codec.encode(bareOffer), "base64url");
    for (let index = 0; index < bytes.length; index += 1) {
      const forged = Buffer.from(bytes);
      forged.writeUInt8(forged.readUInt8(index) ^ 1, index);
      expect(codec.decode(forged.toString("base64url"))).toBeUndefined();
      expect(codec.decode(bytes.subarray(0, index).toString("base64url"))).toBeUndefined();
    }
  });

  test.each<[string, (token: string) => unknown]>([
    ["a changed character", (token) => `${token.slice(0, -2)}${token.endsWith("A") ? "BB" : "AA"}`],
    ["a cut end", (token) => token.slice(0, -8)],
    ["text after it", (token) => `${token}AAAA`],
    ["no characters left", () => ""],
    ["an object around it", (token) => ({ token })],
  ])("is rejected when a preview's token has %s", (_, damage) => {
    expect(codec.decode(damage(codec.encode(barePreview)))).toBeUndefined();
  });

  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["an empty string", ""],
    ["an object", { does: "cancel" }],
    ["plain JSON", JSON.stringify(fullOffer)],
    ["a very long string", "x".repeat(1_000_000)],
  ])("is never decoded from %s", (_, token) => {
    expect(codec.decode(token)).toBeUndefined();
  });
});

describe("a request token of release 0.1", () => {
  const toOffer = createTokenCodec([KEY], deflatedJson("rendezvous:meeting-offer:2", z.unknown()));
  const toPreview = createTokenCodec(
    [KEY],
    deflatedJson("rendezvous:meeting-preview:1", z.unknown()),
  );
  const { restriction, ...offer } = fullOffer;
  const confirmation = { asker: restriction?.requestedBy, until: restriction?.expiresAt };
  const { does: _, restriction: preview, ...unrestricted } = fullPreview;
  const sender = { senderAadId: preview.requestedBy.aadId, until: preview.expiresAt };

  test("is decoded to an offer or preview of this release, with its restriction", () => {
    expect(codec.decode(toOffer.encode(bareOffer))).toEqual(bareOffer);
    expect(codec.decode(toOffer.encode({ ...offer, confirmation }))).toEqual(fullOffer);
    expect(codec.decode(toPreview.encode({ ...unrestricted, ...sender }))).toEqual(fullPreview);
  });

  test("is longer than the same token of this release", () => {
    for (const [value, token] of [
      [bareOffer, toOffer.encode(bareOffer)],
      [fullOffer, toOffer.encode({ ...offer, confirmation })],
      [fullPreview, toPreview.encode({ ...unrestricted, ...sender })],
    ] as const) {
      expect(codec.encode(value).length).toBeLessThan(token.length);
    }
  });

  test("is rejected as the other kind, or when this release doesn't know its content", () => {
    for (const unknown of [
      { ...bareOffer, does: "erase" },
      { ...bareOffer, does: "post" },
      { ...bareOffer, reference: { ...reference, generation: 0 } },
      { ...bareOffer, request: { ...bareRequest, people: [{ kind: "tag", id: "x" }] } },
      { ...bareOffer, confirmation: { until: "x" } },
      { ...unrestricted, ...sender },
      "text",
    ]) {
      expect(codec.decode(toOffer.encode(unknown))).toBeUndefined();
    }
    expect(codec.decode(toPreview.encode(bareOffer))).toBeUndefined();
    expect(codec.decode(toPreview.encode(unrestricted))).toBeUndefined();
  });
});

test("a question can be confirmed for 10 minutes, and a preview sent for an hour", () => {
  const expiresAfter = (lifetimeMs: number, ms: number) =>
    isExpired(restrictTo(requestedBy, lifetimeMs, now), new Date(now.getTime() + ms));
  expect(restrictTo(requestedBy, CONFIRMATION_MS, now).requestedBy).toEqual(requestedBy);
  const at = (lifetimeMs: number) =>
    [0, lifetimeMs - 1, lifetimeMs, 86_400_000].map((ms) => expiresAfter(lifetimeMs, ms));
  expect([CONFIRMATION_MS, PREVIEW_MS]).toEqual([600_000, 3_600_000]);
  expect(at(CONFIRMATION_MS)).toEqual([false, false, true, true]);
  expect(at(PREVIEW_MS)).toEqual([false, false, true, true]);
});

test("an invalid expiry date counts as expired", () => {
  expect(isExpired({ requestedBy, expiresAt: "soon" }, now)).toBe(true);
});

test("a token of this release stays readable", () => {
  const token =
    "BJkRKpaCJgA9sjZPfiBvFoiduwj6AqFunxBfltd39Y2b5ovTjS0zzFfEHkdYyHbepzcM0UL0htwBakazMMQl--2HY7_2MUGoeK_jee-aU_qHl2OPK3d9HztnhNPEaKKUBS7uR-_ZNkM";
  expect(codec.decode(token)).toEqual(bareOffer);
});
