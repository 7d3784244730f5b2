import { createSecretKey } from "node:crypto";
import fc from "fast-check";
import { createMeetingLinks } from "../../../src/meetings/tokens/meeting-link";
import { createOfferSealer } from "../../../src/meetings/tokens/sealed-offer";
import {
  createReferenceSealer,
  type MeetingReference,
} from "../../../src/meetings/tokens/sealed-reference";
import { createBytesSealer } from "../../../src/meetings/tokens/sealer";
import { general, TENANT } from "../../support/activities";

const ORIGIN = "https://rendezvous.example.com";
const KEY = createSecretKey(Buffer.alloc(32, 7));
const OTHER_KEY = createSecretKey(Buffer.alloc(32, 8));
const links = createMeetingLinks([KEY], ORIGIN);
const reference: MeetingReference = {
  key: { tenantId: TENANT, threadId: general.threadId, room: "design" },
  generation: 3,
};
const link = links.toLink(reference);
const sealed = link.slice(`${ORIGIN}/m/`.length);

const anyReference = fc.record({
  key: fc.record({
    tenantId: fc.uuid(),
    threadId: fc.stringMatching(/^\S{1,200}$/u),
    room: fc.string({ unit: "binary", maxLength: 100 }),
  }),
  generation: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
});

describe("a link", () => {
  test("is read as what it was made of", () => {
    fc.assert(
      fc.property(anyReference, (each) => {
        expect(links.readLink(links.toLink(each))).toEqual(each);
      }),
    );
  });

  test("is an address that nothing has to be escaped in, and short: shorter than Teams' own", () => {
    expect(link).toMatch(/^https:\/\/rendezvous\.example\.com\/m\/[\w-]+$/);
    expect(sealed.length).toBeLessThan(140);
    expect(createReferenceSealer([KEY]).seal(reference).length).toBeGreaterThan(sealed.length);
  });

  test("is another text each time, and says nothing of tenant, thread and room", () => {
    expect(links.toLink(reference)).not.toBe(link);
    const bytes = Buffer.from(sealed, "base64url");
    expect(bytes.includes(Buffer.from(TENANT.replaceAll("-", ""), "hex"))).toBe(false);
    expect(bytes.toString("latin1")).not.toContain("thread");
    expect(bytes.toString("latin1")).not.toContain("design");
  });

  test("tells tenants apart and not their spelling", () => {
    const key = { ...reference.key, tenantId: "AAAAAAAA-BBBB-4CCC-8DDD-EEEEEEEEEEEE" };
    const read = links.readLink(links.toLink({ ...reference, key }));
    expect(read?.key.tenantId).toBe("aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee");
  });

  test.each([
    ["a query, as senders of mail add one", `${link}?utm_source=mail`],
    ["a fragment", `${link}#top`],
    ["capitals in its host", link.replace("rendezvous.", "RENDEZVOUS.")],
    ["the port that is https's own", link.replace(".com/", ".com:443/")],
    ["blanks around it", ` ${link}\n`],
  ])("is still one with %s", (_, url) => {
    expect(links.readLink(url)).toEqual(reference);
  });
});

describe("no link of ours", () => {
  test.each([
    ["nothing", undefined],
    ["an object", { url: link }],
    ["no address", "m"],
    ["what was sealed alone", sealed],
    ["http", link.replace("https:", "http:")],
    ["another host", link.replace("example.com", "example.org")],
    ["a host that begins with ours", link.replace(".com/", ".com.evil.example/")],
    ["a host that ends with ours", link.replace("rendezvous.", "evil-rendezvous.")],
    ["our host with a dot behind it", link.replace(".com/", ".com./")],
    ["our host as a name of somebody", link.replace("rendezvous.", "rendezvous.example.com@evil.")],
    ["somebody's name before our host", link.replace("https://", "https://me@")],
    ["somebody's password before our host", link.replace("https://", "https://:secret@")],
    ["another port", link.replace(".com/", ".com:8443/")],
    ["another path", link.replace("/m/", "/x/")],
    ["the path in capitals", link.replace("/m/", "/M/")],
    ["a path before it", link.replace("/m/", "/x/m/")],
    ["a path behind it", `${link}/x`],
    ["a slash behind it", `${link}/`],
    ["the path alone", `${ORIGIN}/m/`],
    ["a link with something before it", link.replace("/m/", "/m/A")],
    ["a link with something behind it", `${link}A`],
    ["a link with what Node reads over", link.replace("/m/", "/m/.")],
    ["a link with padding", `${link}=`],
    [
      "a link in another alphabet",
      `${ORIGIN}/m/${sealed.replaceAll("-", "+").replaceAll("_", "/")}!`,
    ],
    ["what a script would be", `javascript:${link}`],
    ["a megabyte", `${ORIGIN}/m/${"A".repeat(1_048_576)}`],
  ])("is %s", (_, url) => {
    expect(links.readLink(url)).toBeUndefined();
  });

  test("is a link that was cut, or of which any character is another", () => {
    for (let at = 0; at < sealed.length; at += 1) {
      const other = sealed[at] === "A" ? "B" : "A";
      const edited = `${sealed.slice(0, at)}${other}${sealed.slice(at + 1)}`;
      expect(links.openLink(edited)).toBeUndefined();
      expect(links.openLink(sealed.slice(0, at))).toBeUndefined();
    }
  });

  test("is what the same key sealed for buttons; nor is a link good for a button", () => {
    const references = createReferenceSealer([KEY]);
    const offers = createOfferSealer([KEY]);
    expect(links.openLink(references.seal(reference))).toBeUndefined();
    expect(references.open(sealed)).toBeUndefined();
    expect(offers.open(sealed)).toBeUndefined();
    // Not because the two are packed otherwise: the seal itself does not open.
    for (const purpose of ["rendezvous:meeting-reference:1", "rendezvous:meeting-offer:2", ""]) {
      expect(createBytesSealer([KEY], purpose).open(sealed)).toBeUndefined();
    }
    expect(createBytesSealer([KEY], "rendezvous:meeting-link:1").open(sealed)).toBeDefined();
  });

  test("is one that another key sealed; the former key still opens while it is among the keys", () => {
    const foreign = createMeetingLinks([OTHER_KEY], ORIGIN).toLink(reference);
    expect(links.readLink(foreign)).toBeUndefined();
    const both = createMeetingLinks([KEY, OTHER_KEY], ORIGIN);
    expect(both.readLink(foreign)).toEqual(reference);
    expect(links.readLink(both.toLink(reference))).toEqual(reference);
  });
});
