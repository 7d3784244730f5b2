import { keepSignIn, takeSignIn } from "../../src/page/kept-sign-in";

function createStorage() {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}

test("what was kept is taken once, and the last one alone", () => {
  const storage = createStorage();
  keepSignIn(storage, { state: "first", codeVerifier: "v1" });
  keepSignIn(storage, { state: "second", codeVerifier: "v2" });
  expect(takeSignIn(storage)).toEqual({ state: "second", codeVerifier: "v2" });
  expect(takeSignIn(storage)).toBeUndefined();
  expect(storage.items.size).toBe(0);
});

test("of more than that, such as the challenge, nothing is kept", () => {
  const storage = createStorage();
  const pkce = { state: "s", codeVerifier: "v", codeChallenge: "c" };
  keepSignIn(storage, pkce);
  expect([...storage.items.values()]).toEqual(['{"state":"s","codeVerifier":"v"}']);
});

test.each(["{}", '{"state":"s"}', '{"state":"","codeVerifier":"v"}'])(
  "half of it is nothing: %s",
  (text) => {
    const storage = createStorage();
    storage.setItem("rendezvous.sign-in", text);
    expect(takeSignIn(storage)).toBeUndefined();
  },
);
