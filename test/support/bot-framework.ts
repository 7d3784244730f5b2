import { createHmac, generateKeyPairSync, sign, type KeyObject } from "node:crypto";
import type { Cloud } from "../../src/clouds";
import { listen } from "../../src/listen";
import { realNow } from "./real-clock";
import { OTHER_PAIR, SIGNING_PAIR } from "./rsa-pairs";

export const SIGNING_KEY = SIGNING_PAIR;
export const OTHER_KEY = OTHER_PAIR;
export const EC_KEY = generateKeyPairSync("ec", { namedCurve: "P-256" });

/** Changes to a valid token. `undefined` omits a part. */
export interface TokenParts {
  claims?: Record<string, unknown>;
  /** Seconds after the time of signing. */
  relativeTimes?: { nbf?: number; exp?: number };
  /** A number that `JSON.stringify` can't write. */
  writtenExp?: string;
  header?: Record<string, unknown>;
  /** A string signs with HMAC; `null` leaves the signature empty. */
  key?: KeyObject | string | null;
}

export interface BotFrameworkOptions {
  issuer: string;
  audience: string;
  serviceUrl: string;
}

type Failure = number | "silence" | "no JSON" | "keys that are no list";

/** Signs a token as the Bot Framework does. */
export function signToken(
  { issuer, audience, serviceUrl }: BotFrameworkOptions,
  { claims, relativeTimes, writtenExp, header, key = SIGNING_KEY.privateKey }: TokenParts = {},
): string {
  const now = toSeconds(realNow().getTime()); // botbuilder uses the real clock
  const { nbf = -60, exp = 3_600 } = relativeTimes ?? {};
  const times = { nbf: now + nbf, exp: now + exp };
  const good = { iss: issuer, aud: audience, ...times, serviceurl: serviceUrl };
  const written = JSON.stringify({ ...good, ...claims });
  const signed = [
    JSON.stringify({ typ: "JWT", alg: "RS256", kid: "good", ...header }),
    writtenExp ? written.replace(/"exp":\d+/, `"exp":${writtenExp}`) : written,
  ]
    .map(encode)
    .join(".");
  return `${signed}.${toSignature(signed, key)}`;
}

/** Signs tokens like the Bot Framework, and serves its keys and their endorsements on loopback. */
export interface BotFramework {
  tokens: Cloud["botTokens"];
  /** The number of requests for the keys. */
  keyRequests(): number;
  /** Fails all requests from now on; `undefined` ends it. */
  fail(how: Failure | undefined): void;
  sign(parts?: TokenParts): string;
  stop(): Promise<void>;
}

export const KEYS = [
  toKey(SIGNING_KEY, "good", ["msteams", "webchat"]),
  toKey(OTHER_KEY, "other", ["msteams"]),
  toKey(SIGNING_KEY, "not endorsed", undefined),
  toKey(SIGNING_KEY, "endorsed for nothing", []),
  toKey(SIGNING_KEY, "endorsed for others", ["webchat", "MSTEAMS", "msteams "]),
  toKey(SIGNING_KEY, "endorsed in a text", "msteams"),
  toKey(SIGNING_KEY, undefined, ["msteams"]),
  toKey(EC_KEY, "elliptic", ["msteams"]),
];

function toKey({ publicKey }: { publicKey: KeyObject }, kid: unknown, endorsements: unknown) {
  return { ...publicKey.export({ format: "jwk" }), use: "sig", kid, endorsements };
}

/** botbuilder caches keys by URL for the whole process, so each server uses a new port. */
export async function startBotFramework(options: BotFrameworkOptions): Promise<BotFramework> {
  const { issuer } = options;
  let requestCount = 0;
  let failure: Failure | undefined;
  const server = await listen(
    (request, response) => {
      const isKeys = request.url === "/keys";
      if (isKeys) requestCount += 1;
      if (failure === "silence") return;
      const answer = isKeys
        ? { keys: failure === "keys that are no list" ? { good: KEYS[0] } : KEYS }
        : { issuer, jwks_uri: `${server.url}/keys` };
      response.writeHead(typeof failure === "number" ? failure : 200);
      response.end(failure === "no JSON" ? "<html>" : JSON.stringify(answer));
    },
    { host: "127.0.0.1", port: 0 },
  );
  return {
    tokens: { issuer, metadataUrl: `${server.url}/v1/.well-known/openidconfiguration` },
    keyRequests: () => requestCount,
    fail: (how) => void (failure = how),
    sign: (parts) => signToken(options, parts),
    stop: () => server.stop(0),
  };
}

function toSeconds(ms: number): number {
  return Math.floor(ms / 1000);
}

function encode(part: string): string {
  return Buffer.from(part).toString("base64url");
}

function toSignature(signed: string, key: KeyObject | string | null): string {
  if (key === null) return "";
  if (typeof key === "string") return createHmac("sha256", key).update(signed).digest("base64url");
  const signature = sign("sha256", Buffer.from(signed), { key, dsaEncoding: "ieee-p1363" });
  return signature.toString("base64url");
}
