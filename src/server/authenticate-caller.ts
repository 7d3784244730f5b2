import { hash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { ClaimsIdentity } from "botframework-connector";
import type * as Errors from "botframework-connector/lib/auth/authenticationError";
import type * as Extractors from "botframework-connector/lib/auth/jwtTokenExtractor";
import * as z from "zod";
import { createExpiringCache } from "../async/expiring-cache";
import { withDeadline, type Sleep } from "../async/deadline";
import { singleFlight } from "../async/single-flight";
import { decodeToken } from "../auth/decode-token";
import type { Cloud } from "../clouds";
import { toLoggable, type InboundRejection, type RejectionReason } from "./inbound-rejection";

type Verification =
  { ok: true; identity: ClaimsIdentity } | { ok: false; rejection: InboundRejection };

/** Teams' channel id, in activities and in the endorsements of signing keys. */
export const TEAMS = "msteams";
const ALGORITHM = "RS256";
const SKEW_SECONDS = 5 * 60;
/** Teams waits 5 s for an invoke. botbuilder's own client has no timeout. */
export const KEYS_TIMEOUT_MS = 3_000;

const PENDING = Symbol("pending");

/** Teams sends a token for an hour or longer. A key that is withdrawn is noticed after a day, when botbuilder fetches the keys. */
const VERIFIED_FOR_MS = 5 * 60_000;
const MAX_VERIFIED = 200;

const tokenSchema = z.object({
  header: z.object({ alg: z.unknown(), kid: z.unknown() }).partial(),
  payload: z.object({ iss: z.unknown() }).partial(),
});

/**
 * Validates a caller's token with botbuilder's own code, and rejects what it lets through: keys without endorsements,
 * tokens without an expiry, and (because only one issuer is accepted) Entra tokens of other apps, which botbuilder
 * accepts for skills and the Emulator.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication#connector-to-bot
 *
 * @returns a function that returns why a caller is rejected
 */
export function createCallerAuthentication(
  appId: string,
  { issuer, metadataUrl }: Cloud["botTokens"],
  sleep: Sleep,
): (authorization: string, serviceUrl: string) => Promise<InboundRejection | undefined> {
  let extractor: Extractors.JwtTokenExtractor | undefined;
  // botbuilder fetches outdated keys once per request.
  const getKey = singleFlight(getKeyInTime);
  const verified = createExpiringCache<{ serviceUrl: unknown }>({
    maxEntries: MAX_VERIFIED,
    // As jsonwebtoken does.
    now: () => new Date(Date.now()),
  });

  return async function authenticate(authorization, serviceUrl) {
    if (!authorization.trim()) return { reason: "no_token" };
    const id = hash("sha256", authorization);
    let caller = verified.get(id);
    if (!caller) {
      const verification = await verify(authorization);
      if (!verification.ok) return verification.rejection;
      const { identity } = verification;
      caller = { serviceUrl: identity.getClaimValue("serviceurl") };
      verified.set(id, caller, toVerifiedMs(identity));
    }
    return caller.serviceUrl === serviceUrl ? undefined : { reason: "wrong_service_url" };
  };

  /** Everything but the service URL. */
  async function verify(authorization: string): Promise<Verification> {
    const token = readToken(authorization);
    if (!token) return reject("malformed_token");
    const { alg, kid } = token.header;
    const { iss } = token.payload;
    if (iss !== issuer) return reject("wrong_issuer", { issuer: toLoggable(iss) });
    if (alg !== ALGORITHM) return reject("wrong_algorithm", { algorithm: toLoggable(alg) });
    if (typeof kid !== "string" || !kid) return reject("unknown_key");

    let key;
    try {
      key = await getKey(kid);
    } catch (error) {
      const problem = error instanceof Error ? error.message.slice(0, 200) : typeof error;
      return reject("keys_unavailable", { host: new URL(metadataUrl).host, problem });
    }
    if (!key) return reject("unknown_key", { key: toLoggable(kid) });
    const { endorsements } = key;
    if (!Array.isArray(endorsements) || !endorsements.includes(TEAMS)) {
      return reject("key_not_endorsed", { key: toLoggable(kid) });
    }

    let identity;
    try {
      identity = await getExtractor().getIdentityFromAuthHeader(authorization, TEAMS, [TEAMS]);
    } catch (error) {
      return reject(toReason(error));
    }
    if (!identity) return reject("malformed_token");
    const audience: unknown = identity.getClaimValue("aud");
    if (audience !== appId) return reject("wrong_audience", { audience: toLoggable(audience) });
    const expiry: unknown = identity.getClaimValue("exp");
    // JSON such as 1e999 parses to Infinity: a token that never expires.
    if (!Number.isFinite(expiry)) return reject("token_expired");
    return { ok: true, identity };
  }

  function getExtractor() {
    if (extractor) return extractor;
    const { JwtTokenExtractor } = loadTokenCheck();
    const parameters = { issuer: [issuer], clockTolerance: SKEW_SECONDS };
    extractor = new JwtTokenExtractor(parameters, metadataUrl, [ALGORITHM]);
    return extractor;
  }

  async function getKeyInTime(kid: string) {
    const key = getExtractor().openIdMetadata.getKey(kid);
    // Usually the keys are cached, and a timer would cost more than the rest of the check.
    const cached = await Promise.race([key, setImmediate(PENDING)]);
    return cached === PENDING ? withDeadline(KEYS_TIMEOUT_MS, () => key, { sleep }) : cached;
  }
}

/** botbuilder's own code, which the build leaves in node_modules. Loaded with the first token, to start sooner. */
function loadTokenCheck() {
  const {
    JwtTokenExtractor,
  }: typeof Extractors = require("botframework-connector/lib/auth/jwtTokenExtractor");
  const {
    AuthenticationError,
  }: typeof Errors = require("botframework-connector/lib/auth/authenticationError");
  return { JwtTokenExtractor, AuthenticationError };
}

/** How long a token needs no further check: not past its expiry. */
function toVerifiedMs(identity: ClaimsIdentity): number {
  const expiresAt: unknown = identity.getClaimValue("exp");
  const leftMs = (Number(expiresAt) + SKEW_SECONDS) * 1000 - Date.now();
  return Math.max(1, Math.floor(Math.min(VERIFIED_FOR_MS, leftMs)));
}

function reject(reason: RejectionReason, details?: InboundRejection["details"]): Verification {
  return { ok: false, rejection: { reason, details } };
}

/** Decodes the header and the issuer without verifying anything. */
function readToken(authorization: string): z.infer<typeof tokenSchema> | undefined {
  const [scheme, token, ...rest] = authorization.split(" ");
  if (scheme !== "Bearer" || !token || rest.length > 0) return undefined;
  try {
    return tokenSchema.safeParse(decodeToken(token)).data;
  } catch {
    return undefined; // not JSON
  }
}

/** botbuilder throws its own error for an expired token, and passes on jsonwebtoken's for the rest. */
function toReason(error: unknown): RejectionReason {
  if (error instanceof loadTokenCheck().AuthenticationError) return "token_expired";
  return error instanceof Error && error.name === "NotBeforeError"
    ? "token_not_yet_valid"
    : "bad_signature";
}
