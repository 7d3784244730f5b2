import { randomUUID } from "node:crypto";
import type { SignedInUser } from "./user-tokens";

/** Source: learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow (a code "typically expires after about 10 minutes"). */
const CODE_LIFETIME_MS = 10 * 60_000;

export interface SignIn {
  user: SignedInUser;
  clientId: string;
  scope: string;
}

interface CodeSignIn extends SignIn {
  redirectUri: string;
  codeChallenge: string | undefined;
  nonce: string | undefined;
}

export type SignIns = ReturnType<typeof createSignIns>;

/** Keeps the codes and refresh tokens of a running server. */
export function createSignIns(now: () => Date) {
  const codes = new Map<string, { signIn: CodeSignIn; expiresAtMs: number; isSpent: boolean }>();
  const refreshTokens = new Map<string, SignIn>();
  return {
    issueCode(signIn: CodeSignIn): string {
      const code = `1.${randomUUID()}`;
      const expiresAtMs = now().getTime() + CODE_LIFETIME_MS;
      codes.set(code, { signIn, expiresAtMs, isSpent: false });
      return code;
    },
    findCode(code: string) {
      const found = codes.get(code);
      if (!found) return undefined;
      const { signIn, expiresAtMs, isSpent } = found;
      const state = expiresAtMs <= now().getTime() ? "expired" : "valid";
      return { signIn, state: isSpent ? "redeemed" : state };
    },
    spendCode(code: string): void {
      const found = codes.get(code);
      if (found) found.isSpent = true;
    },
    /** Earlier refresh tokens stay valid, as in Entra. */
    issueRefreshToken(signIn: SignIn): string {
      const token = `2.${randomUUID()}`;
      refreshTokens.set(token, signIn);
      return token;
    },
    findRefreshToken: (token: string) => refreshTokens.get(token),
  };
}
