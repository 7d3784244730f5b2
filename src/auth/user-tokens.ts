import { z } from "zod";
import { createExpiringCache } from "../async/expiring-cache";
import { AppError, toAppError } from "../errors";
import { createTextKeyedQueue } from "../meetings/record/keyed-queue";
import type { User, UserSignIn } from "../meetings/ports/user-sign-in";
import { assertMayBeOf, toUserText } from "./read-user-token";
import { createUserGrants, type UserGrant, type UserGrantOptions } from "./user-grants";

/** Who signed in longest ago has to do so again, which Teams does for them. */
const MAX_PEOPLE = 10_000;
/** A token that is about to expire would do so on its way. */
const EXPIRY_MARGIN_MS = 60_000;

/** What the page `auth-end` hands to Teams: RFC 7636 has the verifier's form. */
const pageResultSchema = z.object({
  code: z.string().min(1).max(8192),
  codeVerifier: z.string().regex(/^[\w.~-]{43,128}$/),
});

interface Session {
  grant: UserGrant;
  expiresAtMs: number;
}

export interface UserTokens extends UserSignIn {
  /**
   * An access token for Graph in a person's name; `refused` is the one to which Graph answered 401, if it did.
   *
   * @throws AppError `sign_in_needed` when the person has to sign in first; `token_unavailable` when Entra fails
   */
  getToken(request: { tenantId: string; userAadId: string; refused?: string }): Promise<string>;
}

/**
 * Tokens for Graph in people's own names, in memory alone and for a bounded number of people. One exchange a person
 * is under way at a time: Teams hands out a token to each of a person's clients at once.
 */
export function createUserTokens(
  { clientId, ...options }: UserGrantOptions & { clientId: string },
  { now }: { now: () => Date },
): UserTokens {
  const grants = createUserGrants(options);
  const sessions = createExpiringCache<Session>({
    maxEntries: MAX_PEOPLE,
    now,
  });
  const runInOrder = createTextKeyedQueue();
  const audiences = [clientId, toAppIdUri(clientId)].map((audience) => audience.toLowerCase());

  return {
    async takeToken(user, token) {
      assertMayBeOf(user, token, { audiences, now: now() });
      await signIn(user, () => grants.onBehalfOf(user, token));
    },

    async takePageResult(user, state) {
      const read = pageResultSchema.safeParse(parseJson(state));
      if (!read.success) {
        throw new AppError("sign_in_refused", {
          reason: "the sign-in page's result is unreadable",
        });
      }
      await signIn(user, () => grants.byCode(user, read.data));
    },

    isSignedIn: (user) => sessions.has(toUserText(user)),

    async signOut(user) {
      const key = toUserText(user);
      let wasSignedIn = false;
      await runInOrder(key, async () => {
        wasSignedIn = sessions.delete(key);
      });
      return wasSignedIn;
    },

    async getToken({ tenantId, userAadId, refused }) {
      const key = toUserText({ tenantId, aadId: userAadId });
      const held = sessions.get(key);
      if (!held) throw signInNeeded();
      const { accessToken } = held.grant;
      if (accessToken !== refused && held.expiresAtMs > now().getTime()) return accessToken;
      await runInOrder(key, () => renew(key, held));
      const renewed = sessions.get(key);
      if (!renewed) throw signInNeeded();
      return renewed.grant.accessToken;
    },
  };

  async function signIn(user: User, exchange: () => Promise<UserGrant>): Promise<void> {
    const key = toUserText(user);
    const before = sessions.get(key);
    await runInOrder(key, async () => {
      const meanwhile = sessions.get(key);
      if (meanwhile && meanwhile !== before) return;
      keep(key, await exchange());
    });
  }

  async function renew(key: string, held: Session): Promise<void> {
    if (sessions.get(key) !== held) return;
    try {
      keep(key, await held.grant.renew());
    } catch (error) {
      if (toAppError(error).code !== "token_unavailable") sessions.delete(key);
      throw error;
    }
  }

  function keep(key: string, grant: UserGrant): void {
    const leftMs = Math.max(grant.lifetimeMs - EXPIRY_MARGIN_MS, 1);
    const expiresAtMs = now().getTime() + leftMs;
    sessions.set(key, { grant, expiresAtMs }, grant.renewableForMs ?? leftMs);
  }
}

/** The identifier URI that Teams demands of a bot's registration, and the audience of the tokens that it hands out. */
export function toAppIdUri(clientId: string): string {
  return `api://botid-${clientId}`;
}

function signInNeeded(): AppError {
  return new AppError("sign_in_needed");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
