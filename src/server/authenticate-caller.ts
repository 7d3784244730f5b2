import { setImmediate } from "node:timers/promises";
import { createCache } from "async-cache-dedupe";
import { AuthenticationError, type ClaimsIdentity } from "botframework-connector";
import { JwtTokenExtractor } from "botframework-connector/lib/auth/jwtTokenExtractor";
import { decode } from "jsonwebtoken";
import { z } from "zod";
import type { Cloud } from "../clouds";
import { toShown, type InboundRejection, type RejectionReason } from "./inbound-rejection";

/** Who calls, or why they are not let in. */
export type Authentication =
  { ok: true; identity: ClaimsIdentity } | { ok: false; refusal: InboundRejection };

export interface CallerDeps {
  appId: string;
  tokens: Cloud["botTokens"];
  /** Resolves early, and never rejects, when the signal aborts. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** What the endorsements of a key and an activity call Teams. */
export const TEAMS = "msteams";
const ALGORITHM = "RS256";
const SKEW_SECONDS = 5 * 60;
/** An invoke is over after 5 s; botbuilder's own client waits for ever. */
export const KEYS_TIMEOUT_MS = 3_000;

const NOT_YET = Symbol("not yet");

const tokenSchema = z.object({
  header: z.object({ alg: z.unknown(), kid: z.unknown() }).partial(),
  payload: z.object({ iss: z.unknown() }).partial(),
});

/**
 * Checks a caller's token by botbuilder's own code, and beside it what that lets pass: a key without endorsements, a
 * token that never expires, and (by asking for tokens of one issuer alone) those of other apps in Entra that are
 * meant for skills and the Emulator.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication#connector-to-bot
 */
export function createCallerAuthentication({
  appId,
  tokens: { issuer, metadataUrl },
  sleep,
}: CallerDeps): (authorization: string, serviceUrl: string) => Promise<Authentication> {
  const extractor = new JwtTokenExtractor(
    { issuer: [issuer], clockTolerance: SKEW_SECONDS },
    metadataUrl,
    [ALGORITHM],
  );
  // botbuilder loads the keys once for each request that finds them old.
  const keys = createCache({ ttl: 0 }).define("key", (kid: string) => inTime(kid));

  return async function authenticate(authorization, serviceUrl) {
    if (!authorization.trim()) return refuse("no_token");
    const token = readToken(authorization);
    if (!token) return refuse("malformed_token");
    const { alg, kid } = token.header;
    const { iss } = token.payload;
    if (iss !== issuer) return refuse("wrong_issuer", { issuer: toShown(iss) });
    if (alg !== ALGORITHM) return refuse("wrong_algorithm", { algorithm: toShown(alg) });
    if (typeof kid !== "string" || !kid) return refuse("unknown_key");

    let key;
    try {
      key = await keys.key(kid);
    } catch (error) {
      const problem = error instanceof Error ? error.message.slice(0, 200) : typeof error;
      return refuse("keys_unavailable", { host: new URL(metadataUrl).host, problem });
    }
    if (!key) return refuse("unknown_key", { key: toShown(kid) });
    const { endorsements } = key;
    if (!Array.isArray(endorsements) || !endorsements.includes(TEAMS)) {
      return refuse("key_without_teams", { key: toShown(kid) });
    }

    let identity;
    try {
      identity = await extractor.getIdentityFromAuthHeader(authorization, TEAMS, [TEAMS]);
    } catch (error) {
      return refuse(toReason(error));
    }
    if (!identity) return refuse("malformed_token");
    const audience: unknown = identity.getClaimValue("aud");
    if (audience !== appId) return refuse("wrong_audience", { audience: toShown(audience) });
    const expiry: unknown = identity.getClaimValue("exp");
    // JSON can write more than a number holds, and that never comes.
    if (!Number.isFinite(expiry)) return refuse("token_expired");
    if (identity.getClaimValue("serviceurl") !== serviceUrl) return refuse("wrong_service_url");
    return { ok: true, identity };
  };

  async function inTime(kid: string) {
    const asked = extractor.openIdMetadata.getKey(kid);
    // Mostly it is there already, and a timer for nothing would cost more than the rest.
    const known = await Promise.race([asked, setImmediate(NOT_YET)]);
    if (known !== NOT_YET) return known;
    const timer = new AbortController();
    const tooLate = sleep(KEYS_TIMEOUT_MS, timer.signal).then(() => {
      if (!timer.signal.aborted) throw new Error(`no answer in ${KEYS_TIMEOUT_MS} ms`);
    });
    try {
      return await Promise.race([asked, tooLate]);
    } finally {
      timer.abort();
    }
  }
}

function refuse(reason: RejectionReason, details?: InboundRejection["details"]): Authentication {
  return { ok: false, refusal: { reason, ...(details && { details }) } };
}

/** What a header claims, before anything of it is checked. */
function readToken(authorization: string): z.infer<typeof tokenSchema> | undefined {
  const [scheme, token, ...more] = authorization.split(" ");
  if (scheme !== "Bearer" || !token || more.length > 0) return undefined;
  try {
    return tokenSchema.safeParse(decode(token, { complete: true })).data;
  } catch {
    return undefined; // its parts are no JSON
  }
}

/** botbuilder's own error is that of an expired token; the others come from jsonwebtoken as they are. */
function toReason(error: unknown): RejectionReason {
  if (error instanceof AuthenticationError) return "token_expired";
  return error instanceof Error && error.name === "NotBeforeError"
    ? "token_too_early"
    : "bad_signature";
}
