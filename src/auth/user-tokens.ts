import * as z from "zod";
import { createExpiringCache } from "../async/expiring-cache";
import { parseJson, AppError, toAppError } from "../errors";
import { decodeToken } from "./decode-token";
import { createKeyedQueue } from "../async/keyed-queue";
import type { User, UserSignIn } from "../meetings/ports/user-sign-in";
import {
  createUserGrants,
  isSameUser,
  isTemporary,
  toUserKey,
  type UserGrant,
  type UserGrantOptions,
} from "./user-grants";

/** The least recently used session is dropped. Teams then signs that user in again. */
const MAX_USERS = 10_000;
/** Keeps tokens from expiring in transit. */
const EXPIRY_MARGIN_MS = 60_000;

/** The result of the page `auth-end`. RFC 7636 defines the verifier. */
const pageResultSchema = z.object({
  code: z.string().min(1).max(8192),
  codeVerifier: z.string().regex(/^[\w.~-]{43,128}$/),
});

/** https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference */
const claimsSchema = z.object({
  aud: z.string(),
  tid: z.string(),
  oid: z.string(),
  ver: z.literal("2.0"),
  exp: z.number(),
});

interface Session {
  grant: UserGrant;
  expiresAtMs: number;
}

export interface UserTokens extends UserSignIn {
  /**
   * A user's access token for Graph. `refused` is a token that Graph just rejected with 401.
   *
   * @throws AppError `sign_in_needed` when the user has to sign in first; `entra_unavailable` or
   *   `token_unavailable` when Entra gives no token
   */
  getToken(request: { tenantId: string; userAadId: string; refused?: string }): Promise<string>;
}

/**
 * Users' Graph tokens, only in memory and for a limited number of users. Runs one exchange per user at a time,
 * because Teams sends a token from each of a user's clients at once.
 */
export function createUserTokens(
  { clientId, ...options }: UserGrantOptions & { clientId: string },
  { now }: { now: () => Date },
): UserTokens {
  const grants = createUserGrants(options);
  const sessions = createExpiringCache<Session>({ maxEntries: MAX_USERS, now });
  const runInOrder = createKeyedQueue();
  const audiences = [clientId, toAppIdUri(clientId)].map((audience) => audience.toLowerCase());

  return {
    async takeToken(user, token) {
      assertClaimsMatch(user, token, { audiences, now: now() });
      await signIn(user, () => grants.onBehalfOf(user, token));
    },

    async takePageResult(user, state) {
      const result = pageResultSchema.safeParse(parseJson(state));
      if (!result.success) throw toRefusal("unusable result of the sign-in page");
      await signIn(user, () => grants.byCode(user, result.data));
    },

    isSignedIn: (user) => sessions.has(toUserKey(user)),

    async signOut(user) {
      const key = toUserKey(user);
      let wasSignedIn = false;
      await runInOrder(key, async () => {
        wasSignedIn = sessions.delete(key);
      });
      return wasSignedIn;
    },

    async getToken({ tenantId, userAadId, refused }) {
      const key = toUserKey({ tenantId, aadId: userAadId });
      const session = sessions.get(key);
      if (!session) throw new AppError("sign_in_needed");
      const { accessToken } = session.grant;
      if (accessToken !== refused && session.expiresAtMs > now().getTime()) return accessToken;
      await runInOrder(key, () => renew(key, session));
      const renewed = sessions.get(key);
      if (!renewed) throw new AppError("sign_in_needed");
      return renewed.grant.accessToken;
    },
  };

  async function signIn(user: User, exchange: () => Promise<UserGrant>): Promise<void> {
    const key = toUserKey(user);
    const before = sessions.get(key);
    await runInOrder(key, async () => {
      const current = sessions.get(key);
      if (current && current !== before) return; // another client signed the user in
      store(key, await exchange());
    });
  }

  async function renew(key: string, session: Session): Promise<void> {
    if (sessions.get(key) !== session) return;
    try {
      store(key, await session.grant.renew());
    } catch (error) {
      if (!isTemporary(toAppError(error).code)) sessions.delete(key);
      throw error;
    }
  }

  function store(key: string, grant: UserGrant): void {
    const ttlMs = Math.max(grant.lifetimeMs - EXPIRY_MARGIN_MS, 1);
    const expiresAtMs = now().getTime() + ttlMs;
    sessions.set(key, { grant, expiresAtMs }, grant.renewableForMs ?? ttlMs);
  }
}

/** The application id URI that Teams requires for a bot, and the audience of its tokens. */
export function toAppIdUri(clientId: string): string {
  return `api://botid-${clientId}`;
}

/**
 * Rejects a token whose claims don't match the user and this app, before a call to Entra. Entra verifies the
 * signature when the token is exchanged; these claims are used for nothing else.
 *
 * @throws AppError `sign_in_refused`
 */
function assertClaimsMatch(
  user: User,
  token: string,
  { audiences, now }: { audiences: readonly string[]; now: Date },
): void {
  const result = claimsSchema.safeParse(decodeToken(token)?.payload);
  if (!result.success) throw toRefusal("not an access token of version 2.0");
  const { aud, tid, oid, exp } = result.data;
  if (!audiences.includes(aud.toLowerCase())) throw toRefusal("the token is for another app");
  if (!isSameUser({ tenantId: tid, aadId: oid }, user))
    throw toRefusal("the token is another user's");
  if (exp * 1000 <= now.getTime()) throw toRefusal("the token has expired");
}

function toRefusal(reason: string): AppError {
  return new AppError("sign_in_refused", { reason });
}
