import { generateKeyPair, sign, type KeyPairKeyObjectResult } from "node:crypto";
import { promisify } from "node:util";

/** A private key and its self-signed certificate, in PEM. */
export interface SelfSigned {
  key: string;
  certificate: string;
  /** Both. */
  pem: string;
}

interface CertificateOptions {
  /** RSA or P-256. */
  pair: KeyPairKeyObjectResult;
  /** ISO 8601, before 2050. */
  expiresAt: string;
  commonName: string;
}

/** Generates an RSA key with its certificate, in PEM. */
export async function createSelfSigned(options: Omit<CertificateOptions, "pair">): Promise<string> {
  const pair = await promisify(generateKeyPair)("rsa", { modulusLength: 2048 });
  return makeSelfSigned({ ...options, pair }).pem;
}

/** Like `openssl req -x509`. Node can read certificates, but not create them. */
export function makeSelfSigned(options: CertificateOptions): SelfSigned {
  const key = options.pair.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const lines =
    writeCertificate(options)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  const certificate = [
    "-----BEGIN CERTIFICATE-----",
    ...lines,
    "-----END CERTIFICATE-----",
    "",
  ].join("\n");
  return { key, certificate, pem: key + certificate };
}

/** DER tags (RFC 5280). */
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const NULL = 0x05;
const OBJECT_ID = 0x06;
const UTF8 = 0x0c;
const UTC_TIME = 0x17;
const SEQUENCE = 0x30;
const SET = 0x31;

const SIGNATURE = {
  rsa: [Buffer.from("2a864886f70d01010b", "hex"), writeDer(NULL)],
  ec: [Buffer.from("2a8648ce3d040302", "hex")],
} as const;
const COMMON_NAME = Buffer.from("550403", "hex");

function writeCertificate({
  pair: { privateKey, publicKey },
  expiresAt,
  commonName,
}: Required<CertificateOptions>): Buffer {
  const [oid, ...parameters] = SIGNATURE[privateKey.asymmetricKeyType === "ec" ? "ec" : "rsa"];
  const algorithm = writeDer(SEQUENCE, writeDer(OBJECT_ID, oid), ...parameters);
  const subject = [writeDer(OBJECT_ID, COMMON_NAME), writeDer(UTF8, Buffer.from(commonName))];
  const name = writeDer(SEQUENCE, writeDer(SET, writeDer(SEQUENCE, ...subject)));
  const validity = writeDer(SEQUENCE, writeTime("2020-01-01T00:00:00Z"), writeTime(expiresAt));
  const signed = writeDer(
    SEQUENCE,
    writeDer(INTEGER, Buffer.from([1])),
    algorithm,
    name,
    validity,
    name,
    publicKey.export({ type: "spki", format: "der" }),
  );
  const signature = sign("sha256", signed, privateKey);
  return writeDer(SEQUENCE, signed, algorithm, writeDer(BIT_STRING, Buffer.from([0]), signature));
}

/** UTCTime has a two-digit year, from 1950 to 2049. */
function writeTime(iso: string): Buffer {
  const digits = new Date(iso).toISOString().replace(/\D/g, "").slice(2, 14);
  return writeDer(UTC_TIME, Buffer.from(`${digits}Z`));
}

function writeDer(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
