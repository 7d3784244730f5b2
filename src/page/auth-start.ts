import { authentication } from "@microsoft/teams-js";
import { toAuthorizeUrl } from "./authorize-url";
import { connectToTeams, findLoginHint } from "./connect-to-teams";
import { createPkce, savePkce } from "./pkce";
import { offerClose, offerCloseWithoutTeams, readSetting, showState } from "./show-state";

/** Runs in the window that Teams opens, and goes on to Entra's sign-in page. */
async function start(): Promise<void> {
  // Guards against clickjacking; the server forbids frames too.
  if (window.self !== window.top || !(await connectToTeams())) {
    showState("outside");
    offerCloseWithoutTeams();
    return;
  }
  const loginHint = await findLoginHint();
  try {
    const pkce = await createPkce();
    savePkce(sessionStorage, pkce);
    const settings = {
      authorizeUrl: readSetting("authorizeUrl"),
      clientId: readSetting("clientId"),
      scope: readSetting("scope"),
      redirectUri: readSetting("redirectUri"),
    };
    location.assign(toAuthorizeUrl(settings, pkce, loginHint));
  } catch {
    showState("broken");
    offerClose(() => authentication.notifyFailure("broken"));
  }
}

void start();
