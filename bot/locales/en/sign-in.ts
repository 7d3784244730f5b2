export const signIn = {
  signIn: {
    ask: "Rendezvous makes meetings in your own name, so you have to sign in first. What you asked for is then done by itself, if you sign in within 15 minutes.",
    button: "Sign in",
    /** Everyone sees this in place of the answer. */
    waiting: ({ name }: { name: string }) =>
      `${name} has to sign in first. The answer comes here after that.`,
    unreachable: ({ name }: { name: string }) =>
      `${name}, I could not show you a sign-in here, so nothing was done yet. Write “signin” to me in a chat of our own, then ask again here.`,
    signedIn: "You are signed in.",
    signedInWithNothingToDo: "You are signed in. If you asked for something before, type it again.",
    answered: "You are signed in, and what you asked for is answered where you asked.",
    notNeeded: "No sign-in is needed here: Rendezvous makes meetings without one.",
    signedOut:
      "You are signed out: Rendezvous has forgotten your sign-in. Meetings that you host stay as they are.",
    notSignedIn: "You were not signed in, so there was nothing to forget.",
    tooLate:
      "The sign-in came too late, more than 15 minutes after you asked, so nothing was done. Type it again.",
    notCompleted:
      "The sign-in was not completed, so nothing was done yet. Press Sign in once more, or type “@Rendezvous signin”.",
    failures: {
      notInstalled:
        "Teams could not sign you in, as Rendezvous is not added for you. Nothing was done yet. Add Rendezvous under Apps in Teams, then press Sign in.",
      notAccepted:
        "Teams does not accept how Rendezvous asks for your sign-in. Nothing was done yet. Press Sign in; if that does not help, your Teams admin has to check the app registration: under “Expose an API” its Application ID URI must be that of the app package.",
      other:
        "Teams could not sign you in by itself. Nothing was done yet. Press Sign in, or type “@Rendezvous signin” in a minute.",
    },
  },
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
