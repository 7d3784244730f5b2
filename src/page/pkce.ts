/** The secrets of one sign-in. Entra gets only the hash of the verifier before the server redeems the code. */
export interface Pkce {
  /** Random, so that a response with it belongs to this window. */
  state: string;
  codeVerifier: string;
  codeChallenge: string;
}

/** What `auth-start` saves for `auth-end`. */
export type SavedPkce = Omit<Pkce, "codeChallenge">;

/** Part of `sessionStorage`. */
interface TextStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const KEY = "rendezvous.sign-in";

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

/** `sessionStorage` is separate for each window, so parallel sign-ins can't be mixed up. */
export function savePkce(storage: TextStorage, { state, codeVerifier }: SavedPkce): void {
  storage.setItem(KEY, JSON.stringify({ state, codeVerifier }));
}

/** Reads and removes it. */
export function takePkce(storage: TextStorage): SavedPkce | undefined {
  const text = storage.getItem(KEY);
  storage.removeItem(KEY);
  if (text === null) return undefined;
  const { state, codeVerifier }: Partial<SavedPkce> = JSON.parse(text);
  return state && codeVerifier ? { state, codeVerifier } : undefined;
}

function randomBytes(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(32));
}

function toBase64Url(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
