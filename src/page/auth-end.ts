import { authentication } from "@microsoft/teams-js";
import { connectToTeams } from "./connect-to-teams";
import { takeSignIn, type KeptSignIn } from "./kept-sign-in";
import { readAnswer, type EntraAnswer } from "./read-answer";
import { offerClosing, offerClosingUnheard, showState } from "./show-state";

/** Where Entra sends the window back to: what it says goes to Teams, and by Teams to the server, which redeems it. */
async function finish(): Promise<void> {
  const { search } = location;
  // The code is good for minutes yet: it shall stay in no history.
  history.replaceState(null, "", location.pathname);
  if (window.self !== window.top) {
    showState("outside");
    return;
  }
  const answer = readAnswer(search, takeKept());
  if (!answer.ok) {
    await tellProblem(answer);
  } else if (await connectToTeams()) {
    showState("done");
    const { code, codeVerifier } = answer;
    authentication.notifySuccess(JSON.stringify({ code, codeVerifier }));
  } else {
    showState("unheard");
    offerClosingUnheard();
  }
}

/** In words first: to tell Teams closes the window. */
async function tellProblem({ state, number }: Extract<EntraAnswer, { ok: false }>): Promise<void> {
  showState(state, number);
  if (await connectToTeams()) {
    offerClosing(() => authentication.notifyFailure(number ? `${state} ${number}` : state));
  } else offerClosingUnheard();
}

function takeKept(): KeptSignIn | undefined {
  try {
    return takeSignIn(sessionStorage);
  } catch {
    return undefined; // the browser keeps nothing: nothing can be recognized
  }
}

void finish();
