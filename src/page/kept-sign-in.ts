/** What `auth-start` leaves to `auth-end`. */
export interface KeptSignIn {
  state: string;
  codeVerifier: string;
}

/** As `sessionStorage` is one. */
interface TextStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const KEY = "rendezvous.sign-in";

/**
 * In the storage of this window and address alone: both pages are shown in the one window that Teams opens, and no
 * other window's sign-in can be taken for this one's.
 *
 * @throws whatever the browser does that keeps nothing
 */
export function keepSignIn(storage: TextStorage, { state, codeVerifier }: KeptSignIn): void {
  storage.setItem(KEY, JSON.stringify({ state, codeVerifier }));
}

/** Once: it is gone afterwards. */
export function takeSignIn(storage: TextStorage): KeptSignIn | undefined {
  const text = storage.getItem(KEY);
  storage.removeItem(KEY);
  if (text === null) return undefined;
  const kept: Partial<KeptSignIn> = JSON.parse(text);
  const { state, codeVerifier } = kept;
  return state && codeVerifier ? { state, codeVerifier } : undefined;
}
