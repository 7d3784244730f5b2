import { createHash } from "node:crypto";
import { createPkce, savePkce, takePkce } from "../../src/page/pkce";

function createStorage() {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}

test("the challenge is the verifier's SHA-256, in RFC 7636's 43 characters", async () => {
  const { state, codeVerifier, codeChallenge } = await createPkce();
  for (const text of [state, codeVerifier, codeChallenge]) expect(text).toMatch(/^[\w-]{43}$/);
  expect(codeChallenge).toBe(createHash("sha256").update(codeVerifier).digest("base64url"));
});

test("never reuses a state or a verifier", async () => {
  const made = await Promise.all(Array.from({ length: 50 }, createPkce));
  const texts = made.flatMap(({ state, codeVerifier }) => [state, codeVerifier]);
  expect(new Set(texts).size).toBe(100);
});

test("returns the last saved secrets once", () => {
  const storage = createStorage();
  savePkce(storage, { state: "first", codeVerifier: "v1" });
  savePkce(storage, { state: "second", codeVerifier: "v2" });
  expect(takePkce(storage)).toEqual({ state: "second", codeVerifier: "v2" });
  expect(takePkce(storage)).toBeUndefined();
  expect(storage.items.size).toBe(0);
});

test("saves the state and the verifier, but not the challenge", () => {
  const storage = createStorage();
  const pkce = { state: "s", codeVerifier: "v", codeChallenge: "c" };
  savePkce(storage, pkce);
  expect([...storage.items.values()]).toEqual(['{"state":"s","codeVerifier":"v"}']);
});

test.each(["{}", '{"state":"s"}', '{"state":"","codeVerifier":"v"}'])(
  "ignores incomplete saved secrets: %s",
  (text) => {
    const storage = createStorage();
    storage.setItem("rendezvous.sign-in", text);
    expect(takePkce(storage)).toBeUndefined();
  },
);
