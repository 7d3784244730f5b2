import { toAuthorizeUrl } from "../../src/page/authorize-url";

const settings = {
  authorizeUrl: "https://login.microsoftonline.us/11111111/oauth2/v2.0/authorize",
  clientId: "99999999",
  scope: "openid https://graph.microsoft.us/OnlineMeetings.ReadWrite",
  redirectUri: "https://rendezvous.contoso.com/auth-end",
};
const pkce = { state: "the-state", codeVerifier: "the-verifier", codeChallenge: "the-challenge" };

test("requests a code in the query, with the challenge but without the verifier", () => {
  const url = new URL(toAuthorizeUrl(settings, pkce, "ada+test@contoso.com"));
  expect(url.origin + url.pathname).toBe(settings.authorizeUrl);
  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: settings.clientId,
    response_type: "code",
    response_mode: "query",
    redirect_uri: settings.redirectUri,
    scope: settings.scope,
    state: "the-state",
    code_challenge: "the-challenge",
    code_challenge_method: "S256",
    login_hint: "ada+test@contoso.com",
  });
});

test.each([undefined, ""])("lets the user choose an account without a hint: %j", (hint) => {
  const { searchParams } = new URL(toAuthorizeUrl(settings, pkce, hint));
  expect(searchParams.get("prompt")).toBe("select_account");
  expect(searchParams.has("login_hint")).toBe(false);
});
