import { generateKeyPairSync } from "node:crypto";
import { sign } from "jsonwebtoken";
import { CLOUDS } from "../../src/clouds";
import { TENANT } from "../../test/support/activities";

export const BOT_ID = "99999999-8888-4777-8666-555555555555";
export const SERVICE_URL = `https://smba.trafficmanager.net/emea/${TENANT}/`;

const { issuer, metadataUrl } = CLOUDS.global.botTokens;
const KEY_ID = "bench";
const pair = generateKeyPairSync("rsa", { modulusLength: 2048 });
/** Teams sends the same token again until it expires, and has several machines. */
const TOKENS_IN_USE = 8;

/** For `local-keys.cjs`. */
export function toLocalKeys(): string {
  const key = pair.publicKey.export({ format: "jwk" });
  const endorsements = ["msteams"];
  return JSON.stringify({ metadataUrl, keys: [{ ...key, use: "sig", kid: KEY_ID, endorsements }] });
}

/** Tokens as the Bot Framework signs them. */
export function signTokens(): string[] {
  return Array.from({ length: TOKENS_IN_USE }, (_, index) =>
    sign({ serviceurl: SERVICE_URL, jti: String(index) }, pair.privateKey, {
      algorithm: "RS256",
      keyid: KEY_ID,
      issuer,
      audience: BOT_ID,
      notBefore: -60,
      expiresIn: 3_600,
    }),
  );
}
