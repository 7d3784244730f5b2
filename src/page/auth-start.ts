import { authentication } from "@microsoft/teams-js";
import { toAuthorizeUrl } from "./authorize-url";
import { connectToTeams, findLoginHint } from "./connect-to-teams";
import { keepSignIn } from "./kept-sign-in";
import { createPkce } from "./pkce";
import { offerClosing, offerClosingUnheard, readSetting, showState } from "./show-state";

/** The window that Teams opens: on to Entra's page, with what `auth-end` recognizes its answer by. */
async function start(): Promise<void> {
  // Somebody else's page around this one could show and hide it as it likes; the server forbids it too.
  if (window.self !== window.top || !(await connectToTeams())) {
    showState("outside");
    offerClosingUnheard();
    return;
  }
  const loginHint = await findLoginHint();
  try {
    const pkce = await createPkce();
    keepSignIn(sessionStorage, pkce);
    const settings = {
      authorizeUrl: readSetting("authorizeUrl"),
      clientId: readSetting("clientId"),
      scope: readSetting("scope"),
      redirectUri: readSetting("redirectUri"),
    };
    location.assign(toAuthorizeUrl(settings, pkce, loginHint));
  } catch {
    showState("broken");
    offerClosing(() => authentication.notifyFailure("broken"));
  }
}

void start();
