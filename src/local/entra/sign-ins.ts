import { randomUUID } from "node:crypto";
import type { SignedInUser } from "./user-answer";

/** Source: learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow (a code "typically expires after about 10 minutes"). */
const CODE_LIFETIME_MS = 10 * 60_000;

/** What somebody signed in to, on the page of Entra. */
export interface SignIn {
  user: SignedInUser;
  clientId: string;
  scope: string;
}

export interface CodeSignIn extends SignIn {
  redirectUri: string;
  codeChallenge?: string;
  nonce?: string;
}

/** The codes and refresh tokens of one start of the server. */
export interface SignIns {
  /** A code for what was signed in to. */
  issueCode(signIn: CodeSignIn): string;
  /** What a code was given for, and whether it still is: a code is good once, and for 10 minutes. */
  findCode(
    code: string,
  ): { signIn: CodeSignIn; state: "good" | "redeemed" | "expired" } | undefined;
  spendCode(code: string): void;
  /** A refresh token; those given before stay good, as Entra's do. */
  issueRefreshToken(signIn: SignIn): string;
  findRefreshToken(token: string): SignIn | undefined;
}

export function createSignIns(now: () => Date): SignIns {
  const codes = new Map<string, { signIn: CodeSignIn; expiresAtMs: number; isSpent: boolean }>();
  const refreshTokens = new Map<string, SignIn>();
  return {
    issueCode(signIn) {
      const code = `1.${randomUUID()}`;
      codes.set(code, {
        signIn,
        expiresAtMs: now().getTime() + CODE_LIFETIME_MS,
        isSpent: false,
      });
      return code;
    },
    findCode(code) {
      const found = codes.get(code);
      if (!found) return undefined;
      const { signIn, expiresAtMs, isSpent } = found;
      if (isSpent) return { signIn, state: "redeemed" };
      return { signIn, state: expiresAtMs <= now().getTime() ? "expired" : "good" };
    },
    spendCode(code) {
      const found = codes.get(code);
      if (found) found.isSpent = true;
    },
    issueRefreshToken(signIn) {
      const token = `2.${randomUUID()}`;
      refreshTokens.set(token, signIn);
      return token;
    },
    findRefreshToken: (token) => refreshTokens.get(token),
  };
}
