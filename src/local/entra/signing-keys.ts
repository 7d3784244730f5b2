import { generateKeyPair, randomUUID, type KeyPairKeyObjectResult } from "node:crypto";
import { promisify } from "node:util";
import { JsonWebTokenError, sign, TokenExpiredError, verify } from "jsonwebtoken";
import * as z from "zod";

/** The claims that the embedded Entra writes and the embedded Graph reads. */
const claimsSchema = z.object({
  aud: z.string(),
  tid: z.string(),
  oid: z.string(),
  appid: z.string().optional(),
  azp: z.string().optional(),
  idtyp: z.string().optional(),
  roles: z.array(z.string()).default([]),
  scp: z.string().default(""),
  upn: z.string().optional(),
  preferred_username: z.string().optional(),
  name: z.string().optional(),
});

export type TokenClaims = z.infer<typeof claimsSchema>;

type VerifiedToken =
  { ok: true; claims: TokenClaims } | { ok: false; reason: "malformed" | "signature" | "expired" };

export type SigningKeys = Awaited<ReturnType<typeof createSigningKeys>>;

/**
 * Signs and verifies the tokens of a running server.
 *
 * @param given an RSA pair of 2,048 bits; generating one takes a few tenths of a second
 */
export async function createSigningKeys(now: () => Date, given?: KeyPairKeyObjectResult) {
  const pair = given ?? (await promisify(generateKeyPair)("rsa", { modulusLength: 2048 }));
  const keyid = randomUUID();
  const nowSeconds = () => Math.floor(now().getTime() / 1000);
  return {
    /** Signs with RS256. The token is valid from now on. */
    sign(claims: Record<string, string | string[]>, lifetimeSeconds: number): string {
      const iat = nowSeconds();
      const timed = { ...claims, iat, nbf: iat, exp: iat + lifetimeSeconds, uti: randomUUID() };
      return sign(timed, pair.privateKey, { algorithm: "RS256", keyid });
    },
    verify(token: string): VerifiedToken {
      try {
        const payload = verify(token, pair.publicKey, {
          algorithms: ["RS256"],
          clockTimestamp: nowSeconds(),
        });
        return { ok: true, claims: claimsSchema.parse(payload) };
      } catch (error) {
        return { ok: false, reason: readReason(error) };
      }
    },
    /** The public key for the key endpoint (RFC 7517). */
    jwks() {
      const jwk = pair.publicKey.export({ format: "jwk" });
      return { keys: [{ ...jwk, kid: keyid, use: "sig", alg: "RS256" }] };
    },
  };
}

function readReason(error: unknown) {
  if (error instanceof TokenExpiredError) return "expired";
  // jsonwebtoken's errors differ only in their message.
  if (error instanceof JsonWebTokenError && /signature|algorithm/.test(error.message))
    return "signature";
  return "malformed";
}
