import { readResponse } from "../../src/page/read-response";

const saved = { state: "mine", codeVerifier: "v" };

function read(query: Record<string, string>) {
  return readResponse(`?${new URLSearchParams(query).toString()}`, saved);
}

test("accepts a code for this window, with the saved verifier", () => {
  const response = read({ code: "1.AX+y/z", state: "mine", session_state: "s" });
  expect(response).toEqual({ ok: true, code: "1.AX+y/z", codeVerifier: "v" });
});

test.each([
  ["another state", "?code=c&state=theirs", saved],
  ["a state that only has the same beginning", "?code=c&state=mine2", saved],
  ["no state", "?code=c", saved],
  ["an empty state", "?code=c&state=", saved],
  ["an error and another state", "?error=access_denied&state=theirs", saved],
  ["no parameters", "", saved],
  ["a state, when nothing was saved", "?code=c&state=mine", undefined],
  ["no state, when nothing was saved", "?code=c&state=undefined", undefined],
])("rejects a response with %s", (_, search, savedBefore) => {
  expect(readResponse(search, savedBefore)).toEqual({ ok: false, state: "mismatch" });
});

test.each([
  ["access_denied", "AADSTS65004: User declined to consent.", "declined", "AADSTS65004"],
  ["access_denied", "", "declined", "access_denied"],
  ["access_denied", "AADSTS90094: The grant requires admin.", "approval", "AADSTS90094"],
  ["access_denied", "AADSTS90095: Admin consent is asked for.", "approval", "AADSTS90095"],
  ["consent_required", "AADSTS65001: Not consented.", "approval", "AADSTS65001"],
  ["interaction_required", "AADSTS50076: Use MFA, ada@contoso.com.", "refused", "AADSTS50076"],
  ["server_error", "<b>AADSTS</b>", "refused", "server_error"],
])("reads %s with “%s” as %s, number %s", (error, description, state, number) => {
  const query = { error, error_description: description, state: "mine" };
  expect(read(query)).toEqual({ ok: false, state, number });
  // An error takes precedence over a code.
  expect(read({ ...query, code: "c" })).toEqual({ ok: false, state, number });
});

test.each<Record<string, string>>([{}, { code: "" }, { error: "<script>" }])(
  "reports a response without a code or a readable error as refused: %j",
  (query) => {
    expect(read({ ...query, state: "mine" })).toEqual({ ok: false, state: "refused" });
  },
);
