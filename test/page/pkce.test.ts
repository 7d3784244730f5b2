import { createHash } from "node:crypto";
import { createPkce } from "../../src/page/pkce";

test("the challenge is the verifier's SHA-256, in RFC 7636's letters, 43 of them", async () => {
  const { state, codeVerifier, codeChallenge } = await createPkce();
  for (const text of [state, codeVerifier, codeChallenge]) expect(text).toMatch(/^[\w-]{43}$/);
  expect(codeChallenge).toBe(createHash("sha256").update(codeVerifier).digest("base64url"));
});

test("nothing is used for a second sign-in, nor for a second purpose", async () => {
  const made = await Promise.all(Array.from({ length: 50 }, createPkce));
  const texts = made.flatMap(({ state, codeVerifier }) => [state, codeVerifier]);
  expect(new Set(texts).size).toBe(100);
});
