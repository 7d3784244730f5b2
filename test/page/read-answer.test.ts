import { readAnswer } from "../../src/page/read-answer";

const kept = { state: "mine", codeVerifier: "v" };

function answer(query: Record<string, string>) {
  return readAnswer(`?${new URLSearchParams(query).toString()}`, kept);
}

test("a code that this window asked for is good, with the verifier that was kept", () => {
  const asked = answer({ code: "1.AX+y/z", state: "mine", session_state: "s" });
  expect(asked).toEqual({ ok: true, code: "1.AX+y/z", codeVerifier: "v" });
});

test.each([
  ["another state", "?code=c&state=theirs", kept],
  ["a state that only begins alike", "?code=c&state=mine2", kept],
  ["no state", "?code=c", kept],
  ["an empty state", "?code=c&state=", kept],
  ["an error and another state", "?error=access_denied&state=theirs", kept],
  ["nothing", "", kept],
  ["a state, where nothing was kept", "?code=c&state=mine", undefined],
  ["no state, where nothing was kept", "?code=c&state=undefined", undefined],
])("nothing of an answer with %s is believed", (_, search, before) => {
  expect(readAnswer(search, before)).toEqual({ ok: false, state: "mismatch" });
});

test.each([
  ["access_denied", "AADSTS65004: User declined to consent.", "declined", "AADSTS65004"],
  ["access_denied", "", "declined", "access_denied"],
  ["access_denied", "AADSTS90094: The grant requires admin.", "approval", "AADSTS90094"],
  ["access_denied", "AADSTS90095: Admin consent is asked for.", "approval", "AADSTS90095"],
  ["consent_required", "AADSTS65001: Not consented.", "approval", "AADSTS65001"],
  ["interaction_required", "AADSTS50076: Use MFA, ada@contoso.com.", "refused", "AADSTS50076"],
  ["server_error", "<b>AADSTS</b>", "refused", "server_error"],
])("%s with “%s” is %s, and %s its number", (error, description, state, number) => {
  const told = { error, error_description: description, state: "mine" };
  expect(answer(told)).toEqual({ ok: false, state, number });
  // An error goes before a code.
  expect(answer({ ...told, code: "c" })).toEqual({ ok: false, state, number });
});

test.each<Record<string, string>>([{}, { code: "" }, { error: "<script>" }])(
  "an answer without a code and without a name of its error is refused: %j",
  (query) => {
    expect(answer({ ...query, state: "mine" })).toEqual({ ok: false, state: "refused" });
  },
);
