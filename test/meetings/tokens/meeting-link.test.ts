import fc from "fast-check";
import {
  CALENDAR_PAGE_SUFFIX,
  createMeetingLinks,
} from "../../../src/meetings/tokens/meeting-link";
import { LINK_TOKEN, MEETING_TOKEN } from "../../../src/meetings/tokens/meeting-token";
import { createTokenCodec } from "../../../src/meetings/tokens/token-codec";
import { TENANT } from "../../support/activities";
import { anyReference, KEY, OTHER_KEY, reference } from "./references";
import { tokensWith } from "../../support/tokens";

const ORIGIN = "https://rendezvous.example.com";
const links = createMeetingLinks([KEY], ORIGIN);
const link = links.toLink(reference);
const token = link.slice(`${ORIGIN}/m/`.length);

describe("a link", () => {
  test("is read back to the same reference", () => {
    fc.assert(
      fc.property(anyReference, (each) => {
        expect(links.readLink(links.toLink(each))).toEqual(each);
      }),
    );
  });

  test("needs no escaping, and is short", () => {
    expect(link).toMatch(/^https:\/\/rendezvous\.example\.com\/m\/[\w-]+$/);
    expect(token.length).toBeLessThan(140);
  });

  test("differs each time, and hides tenant, thread and room", () => {
    expect(links.toLink(reference)).not.toBe(link);
    const bytes = Buffer.from(token, "base64url");
    expect(bytes.includes(Buffer.from(TENANT.replaceAll("-", ""), "hex"))).toBe(false);
    expect(bytes.toString("latin1")).not.toContain("thread");
    expect(bytes.toString("latin1")).not.toContain("design");
  });

  test("returns the tenant in lower case", () => {
    const key = { ...reference.key, tenantId: "AAAAAAAA-BBBB-4CCC-8DDD-EEEEEEEEEEEE" };
    const read = links.readLink(links.toLink({ ...reference, key }));
    expect(read?.key.tenantId).toBe("aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee");
  });

  test.each([
    ["a query, which mail clients add", `${link}?utm_source=mail`],
    ["a fragment", `${link}#top`],
    ["a host in capitals", link.replace("rendezvous.", "RENDEZVOUS.")],
    ["the default port of https", link.replace(".com/", ".com:443/")],
    ["surrounding whitespace", ` ${link}\n`],
  ])("can have %s", (_, url) => {
    expect(links.readLink(url)).toEqual(reference);
  });
});

describe("a link reader rejects", () => {
  test.each([
    ["nothing", undefined],
    ["an object", { url: link }],
    ["text that isn't a URL", "m"],
    ["a token alone", token],
    ["http", link.replace("https:", "http:")],
    ["another host", link.replace("example.com", "example.org")],
    ["a host that begins with ours", link.replace(".com/", ".com.evil.example/")],
    ["a host that ends with ours", link.replace("rendezvous.", "evil-rendezvous.")],
    ["our host followed by a dot", link.replace(".com/", ".com./")],
    ["our host as a user name", link.replace("rendezvous.", "rendezvous.example.com@evil.")],
    ["a user name before our host", link.replace("https://", "https://me@")],
    ["a password before our host", link.replace("https://", "https://:secret@")],
    ["another port", link.replace(".com/", ".com:8443/")],
    ["another path", link.replace("/m/", "/x/")],
    ["the path in capitals", link.replace("/m/", "/M/")],
    ["a path before it", link.replace("/m/", "/x/m/")],
    ["a path after it", `${link}/x`],
    ["its calendar page", `${link}${CALENDAR_PAGE_SUFFIX}`],
    ["a slash after it", `${link}/`],
    ["the path alone", `${ORIGIN}/m/`],
    ["a token with a character before it", link.replace("/m/", "/m/A")],
    ["a token with a character after it", `${link}A`],
    ["a token with a character that Node's decoder ignores", link.replace("/m/", "/m/.")],
    ["a token with padding", `${link}=`],
    ["a token in plain base64", `${ORIGIN}/m/${token.replaceAll("-", "+").replaceAll("_", "/")}!`],
    ["a javascript: URL", `javascript:${link}`],
    ["a megabyte", `${ORIGIN}/m/${"A".repeat(1_048_576)}`],
  ])("%s", (_, url) => {
    expect(links.readLink(url)).toBeUndefined();
  });

  test("a token that was cut or has one character changed", () => {
    for (let at = 0; at < token.length; at += 1) {
      const other = token[at] === "A" ? "B" : "A";
      const edited = `${token.slice(0, at)}${other}${token.slice(at + 1)}`;
      expect(links.readToken(edited)).toBeUndefined();
      expect(links.readToken(token.slice(0, at))).toBeUndefined();
    }
  });

  test("a button's token, just as buttons reject a link's token", () => {
    const buttons = tokensWith(KEY).meeting;
    expect(links.readToken(buttons.encode(reference))).toBeUndefined();
    expect(buttons.decode(token)).toBeUndefined();
    expect(tokensWith(KEY).request.decode(token)).toBeUndefined();
    // The formats are the same. Only the purpose differs.
    const decode = (purpose: string) =>
      createTokenCodec([KEY], { ...LINK_TOKEN, purpose }).decode(token);
    for (const purpose of [
      "rendezvous:meeting-reference:1",
      MEETING_TOKEN.purpose,
      "rendezvous:meeting-offer:2",
      "",
    ]) {
      expect(decode(purpose)).toBeUndefined();
    }
    expect(decode(LINK_TOKEN.purpose)).toEqual(reference);
  });

  test("a link encrypted with another key, unless that key is still configured", () => {
    const foreign = createMeetingLinks([OTHER_KEY], ORIGIN).toLink(reference);
    expect(links.readLink(foreign)).toBeUndefined();
    const both = createMeetingLinks([KEY, OTHER_KEY], ORIGIN);
    expect(both.readLink(foreign)).toEqual(reference);
    expect(links.readLink(both.toLink(reference))).toEqual(reference);
  });
});
