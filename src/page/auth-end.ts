import { authentication } from "@microsoft/teams-js";
import { connectToTeams } from "./connect-to-teams";
import { takePkce, type SavedPkce } from "./pkce";
import { readResponse } from "./read-response";
import { offerClose, offerCloseWithoutTeams, showState } from "./show-state";

/** Handles Entra's redirect: passes the code to Teams, which passes it to the server to redeem. */
async function finish(): Promise<void> {
  const { search } = location;
  // The code is still valid for minutes, so keep it out of the history.
  history.replaceState(null, "", location.pathname);
  if (window.self !== window.top) {
    showState("outside");
    return;
  }
  const response = readResponse(search, takeSavedPkce());
  if (!response.ok) {
    const { state, number } = response;
    // First, because notifying Teams closes the window.
    showState(state, number);
    if (await connectToTeams())
      offerClose(() => authentication.notifyFailure(number ? `${state} ${number}` : state));
    else offerCloseWithoutTeams();
  } else if (await connectToTeams()) {
    showState("done");
    const { code, codeVerifier } = response;
    authentication.notifySuccess(JSON.stringify({ code, codeVerifier }));
  } else {
    showState("unheard");
    offerCloseWithoutTeams();
  }
}

function takeSavedPkce(): SavedPkce | undefined {
  try {
    return takePkce(sessionStorage);
  } catch {
    return undefined; // the browser blocks storage
  }
}

void finish();
