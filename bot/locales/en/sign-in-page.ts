/** What the pages say on which somebody signs in: what happened, and what to do. */
export const signInPage = {
  signInPage: {
    close: "Close",
    working: {
      title: "One moment",
      text: "Rendezvous is signing you in with Microsoft.",
      next: "If nothing happens for a minute, close this window and press “Sign in” in Teams again.",
    },
    done: {
      title: "You are signed in",
      text: "Teams is told, and goes on with what you asked for.",
      next: "You can close this window.",
    },
    outside: {
      title: "Open this from Teams",
      text: "On this page people sign in to Rendezvous, and it works only when Teams opens it.",
      next: "Close this window. In Teams, write “signin” to Rendezvous and press “Sign in”.",
    },
    unheard: {
      title: "Teams does not answer",
      text: "You signed in with Microsoft, but Teams, which has to be told, does not answer this window.",
      next: "Close this window. In Teams, write “signin” to Rendezvous and press “Sign in” once more.",
    },
    declined: {
      title: "You did not sign in",
      text: "Rendezvous was not allowed to make meetings in your name, so nothing was done.",
      next: "If you want to, close this window, press “Sign in” in Teams again, and accept.",
    },
    approval: {
      title: "An administrator has to agree first",
      text: "In your organization people cannot allow this by themselves. Nothing was done in your name.",
      next: "Ask your Teams admin to consent to the permissions of Rendezvous; then press “Sign in” in Teams again.",
    },
    mismatch: {
      title: "This sign-in belongs to another window",
      text: "It was begun somewhere else, or is over already, so it was not used.",
      next: "Close this window, and press “Sign in” in Teams again.",
    },
    refused: {
      title: "Microsoft did not sign you in",
      text: "Its sign-in page reported an error, so nothing was done in your name.",
      next: "Close this window, and press “Sign in” in Teams again. If it stays so, give your Teams admin this number:",
    },
    broken: {
      title: "The sign-in does not work in this browser",
      text: "It does not let this page keep what a safe sign-in needs until you come back from Microsoft.",
      next: "Allow this site to keep data, or use Teams in another browser or in its own app; then press “Sign in” again.",
    },
    scriptless: {
      title: "The sign-in needs JavaScript",
      text: "It is switched off in this browser, so nothing was done.",
      next: "Allow JavaScript for this site, close this window, and press “Sign in” in Teams again.",
    },
  },
};
