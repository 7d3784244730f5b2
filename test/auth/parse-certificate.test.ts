import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { parseCertificate, type ParsedCertificate } from "../../src/auth/parse-certificate";
import { makeCertificate } from "../support/make-certificate";
import { OTHER_PAIR } from "../support/rsa-pairs";

const own = makeCertificate({ expiresAt: "2027-03-01T12:00:00Z" });
const issuer = makeCertificate({ pair: OTHER_PAIR });
const onCurve = generateKeyPairSync("ec", { namedCurve: "P-256" });
const short = generateKeyPairSync("rsa", { modulusLength: 1024 });

function expectReason(parsed: ParsedCertificate, reason: string) {
  expect(parsed).toEqual({ ok: false, reason: expect.stringContaining(reason) });
}

function certificateOf(text: string) {
  const parsed = parseCertificate(text);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.certificate;
}

/** The key in the older format, or encrypted. */
function exportKey(options: { type: "pkcs1" | "pkcs8"; cipher?: string; passphrase?: string }) {
  return createPrivateKey(own.key)
    .export({ format: "pem", ...options })
    .toString();
}

describe("a private key and its certificate", () => {
  test.each([
    ["the key first", own.key + own.certificate],
    ["the certificate first", own.certificate + own.key],
    ["in base64 on one line", Buffer.from(own.pem).toString("base64")],
    [
      "in base64 with a line break",
      Buffer.from(own.pem).toString("base64").replace(/.{76}/g, "$&\n"),
    ],
    ["with openssl's bag attributes", `Bag Attributes\n  friendlyName: x\n${own.pem}`],
    ["with Windows line endings", own.pem.replaceAll("\n", "\r\n")],
    ["surrounded by spaces", `\n  ${own.pem}\n`],
    ["with a key in the older format", exportKey({ type: "pkcs1" }) + own.certificate],
  ])("are parsed: %s", (_, text) => {
    const { privateKey, ...rest } = certificateOf(text);
    expect(privateKey.reveal()).toBe(own.key);
    expect(rest).toEqual({
      thumbprintSha256: expect.stringMatching(/^[0-9A-F]{64}$/),
      x5c: own.certificate,
      expiresAt: "2027-03-01T12:00:00.000Z",
    });
  });

  test("can include the chain, and the key's certificate moves to the front", () => {
    const read = certificateOf(issuer.certificate + own.certificate + own.key);
    expect(read.x5c).toBe(own.certificate + issuer.certificate);
    expect(read.thumbprintSha256).toBe(certificateOf(own.pem).thumbprintSha256);
  });

  test.each([
    ["text", "swordfish", "must be PEM"],
    ["the path of a file", "/var/lib/rendezvous/bot.pem", "must be PEM"],
    ["a certificate alone", own.certificate, "no private key"],
    ["a key alone", own.key, "no certificate"],
    ["two keys", own.key + own.pem, "more than one private key"],
    ["the certificate of another key", own.key + issuer.certificate, "don’t belong together"],
    ["a broken key", own.pem.replace(/\n.{64}\n/, "\n"), "private key that can’t be read"],
    [
      "a broken certificate",
      own.key + own.certificate.replace(/\n.{64}\n/, "\n"),
      "certificate that can’t be read",
    ],
    [
      "an encrypted key",
      exportKey({ type: "pkcs8", cipher: "aes-256-cbc", passphrase: "x" }) + own.certificate,
      "a passphrase",
    ],
    [
      "an encrypted key in the older format",
      exportKey({ type: "pkcs1", cipher: "aes-256-cbc", passphrase: "x" }) + own.certificate,
      "a passphrase",
    ],
    [
      "an elliptic curve key",
      makeCertificate({ pair: onCurve }).pem,
      "must have an RSA key: Entra",
    ],
    ["a short key", makeCertificate({ pair: short }).pem, "at least 2048 bits"],
  ])("are rejected with the reason: %s", (_, text, reason) => {
    const parsed = parseCertificate(text);
    expectReason(parsed, reason);
    expect(parseCertificate(Buffer.from(text).toString("base64"))).toEqual(parsed);
    expect(JSON.stringify(parsed)).not.toMatch(/swordfish|BEGIN|bot\.pem/);
  });

  test("can limit the key's length, for Graph's notifications", () => {
    const rules = { recipient: "Microsoft Graph", maxKeyBits: 2047 };
    expect(parseCertificate(makeCertificate().pem, rules)).toEqual({
      ok: false,
      reason: "must have an RSA key of at most 2047 bits",
    });
  });
});
