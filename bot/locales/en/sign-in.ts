export const signIn = {
  signIn: {
    ask: "Sign in so that Rendezvous can create meetings in your name. If you sign in within 15 minutes, your request continues by itself.",
    button: "Sign in",
    /** Everyone sees this in place of the answer. */
    waiting: ({ name }: { name: string }) => `Waiting for ${name} to sign in.`,
    unreachable: ({ name }: { name: string }) =>
      `${name}, sign in first: send “signin” to Rendezvous in a personal chat. Then ask again.`,
    signedIn: "You’re signed in.",
    signedInWithNothingToDo: "You’re signed in. If you asked for something before, send it again.",
    answered: "You’re signed in. You’ll find the answer where you asked.",
    notNeeded: "You don’t need to sign in: your organization’s Rendezvous works without it.",
    signedOut: "You’re signed out. Meetings you host don’t change.",
    notSignedIn: "You weren’t signed in.",
    tooLate: "Your request has expired after 15 minutes. Send it again.",
    notCompleted: "You’re not signed in yet. Choose Sign in again.",
    failures: {
      notInstalled:
        "Teams couldn’t sign you in because you don’t have the Rendezvous app. Add it under Apps in Teams, then choose Sign in.",
      notAccepted:
        "Teams couldn’t sign you in. Choose Sign in to try again. If it keeps happening, ask your admin to check the Application ID URI under “Expose an API”.",
      other: "Teams couldn’t sign you in automatically. Choose Sign in.",
    },
  },
  signInPage: {
    close: "Close",
    working: {
      title: "Signing you in…",
      text: "This takes a moment.",
      next: "If nothing happens for a minute, close this window and choose Sign in again in Teams.",
    },
    done: {
      title: "You’re signed in",
      text: "Rendezvous continues with your request in Teams.",
      next: "You can close this window.",
    },
    outside: {
      title: "Open this page from Teams",
      text: "You can only sign in to Rendezvous from Teams.",
      next: "Close this window. In Teams, send “signin” to Rendezvous and choose Sign in.",
    },
    unheard: {
      title: "Teams isn’t responding",
      text: "You signed in with Microsoft, but this window couldn’t tell Teams.",
      next: "Close this window. In Teams, send “signin” to Rendezvous and choose Sign in again.",
    },
    declined: {
      title: "You didn’t sign in",
      text: "Rendezvous needs your permission to create meetings in your name.",
      next: "To try again, close this window, choose Sign in in Teams and accept.",
    },
    approval: {
      title: "Your admin has to approve this",
      text: "In your organization, only an admin can give Rendezvous this permission.",
      next: "Ask your admin to approve the permissions of Rendezvous. Then choose Sign in again in Teams.",
    },
    mismatch: {
      title: "This sign-in is no longer valid",
      text: "It was started in another window, or it’s already finished.",
      next: "Close this window, and choose Sign in again in Teams.",
    },
    refused: {
      title: "Microsoft couldn’t sign you in",
      text: "Its sign-in page reported an error.",
      next: "Close this window, and choose Sign in again in Teams. If it keeps happening, send your admin this code:",
    },
    broken: {
      title: "This browser blocks the sign-in",
      text: "It doesn’t let this page store the data that a secure sign-in needs.",
      next: "Allow this site to store data, or use another browser or the Teams app. Then choose Sign in again.",
    },
    scriptless: {
      title: "Turn on JavaScript to sign in",
      text: "JavaScript is off in this browser.",
      next: "Allow JavaScript for this site, close this window, and choose Sign in again in Teams.",
    },
  },
};
