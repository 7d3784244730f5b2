/** What one sign-in is recognized by when the browser comes back with a code. */
export interface Pkce {
  /** Unguessable: an answer without it was not asked for by this window. */
  state: string;
  /** What whoever redeems the code has to show; Entra has seen its hash alone. */
  codeVerifier: string;
  codeChallenge: string;
}

/** https://www.rfc-editor.org/rfc/rfc7636#section-4: 32 random bytes, and the SHA-256 of their text. */
export async function createPkce(): Promise<Pkce> {
  const codeVerifier = toBase64Url(randomBytes());
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(codeVerifier));
  return {
    state: toBase64Url(randomBytes()),
    codeVerifier,
    codeChallenge: toBase64Url(new Uint8Array(digest)),
  };
}

function randomBytes(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(32));
}

function toBase64Url(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
