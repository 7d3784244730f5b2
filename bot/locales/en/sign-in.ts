/** What is said of signing in, where meetings are made in people's own names. */
export const signIn = {
  signIn: {
    ask: "Rendezvous makes meetings in your own name, so you have to sign in first. What you asked for is then done by itself, if you sign in within 15 minutes.",
    button: "Sign in",
    /** In the place of an answer, for everybody. */
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
};
