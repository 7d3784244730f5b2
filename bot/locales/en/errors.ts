export const errors = {
  reference: ({ reference }: { reference: string }) => `Reference for support: ${reference}`,
  errors: {
    badTimes: () => "The meeting’s end has to be after its start. Nothing was changed.",
    refused: () =>
      "Teams didn’t accept this. Try again. If it keeps happening, send your admin the reference below.",
    appNotTrusted: () =>
      "Rendezvous couldn’t sign in to Microsoft 365. Ask your admin to check its credentials, then try again.",
    signInNeeded: () => "You’re no longer signed in. Send “signin” to Rendezvous, then try again.",
    signInRefused: () =>
      "Microsoft 365 didn’t accept your sign-in. Send “signin” to Rendezvous and use your Teams account. If it keeps happening, send your admin the reference below.",
    consentMissing: () =>
      "Rendezvous needs your permission to create meetings. Send “signin” to Rendezvous, choose Sign in and accept. Then try again.",
    onlyHost: () =>
      "Only the host can do this. Nothing was changed. Ask the host, or send “new” to Rendezvous to become the host.",
    permissionMissing: () =>
      "Rendezvous isn’t allowed to create meetings yet. Ask your admin to grant OnlineMeetings.ReadWrite.All, then try again.",
    policyMissing: () =>
      "You can’t host meetings with Rendezvous yet. Ask your admin for the application access policy, which takes up to 30 minutes. Or ask a colleague to create the meeting.",
    notParticipant: () =>
      "Teams didn’t give the host access to this meeting. Try again. If it keeps happening, send your admin the reference below.",
    organizerUnknown: () =>
      "Your account can’t host meetings: guests and people without a Teams license can’t. Ask a colleague to create the meeting, then join it.",
    serviceOrganizerRefused: () =>
      "The account that hosts your organization’s meetings isn’t working. Ask your admin to check the account in ORGANIZER, then try again.",
    hostRefused: () =>
      "This meeting’s host can no longer manage it. Nothing was changed. Send “meet” to Rendezvous to become the host and get a new link.",
    meetingGone: () =>
      "Teams no longer has this meeting, and couldn’t create another one. Try again in a minute.",
    throttled: ({ wait }: { wait?: string | undefined }) =>
      `Microsoft 365 is busy. Try again ${wait ? `in ${wait}` : "in a minute"}.`,
    tooFast: ({ wait = "a minute" }: { wait?: string | undefined }) =>
      `You’re going fast. Try again in ${wait}.`,
    graphUnavailable: () => "Rendezvous couldn’t reach Teams. Try again in a minute.",
    microsoftDown: () => "Microsoft 365 isn’t responding right now. Try again in a minute.",
    graphSlow: () => "Teams took too long to respond. Try again in a minute.",
    badAnswer: () =>
      "Teams didn’t return a meeting link that works. Try again in a minute. If it keeps happening, send your admin the reference below.",
    rosterUnavailable: () =>
      "Rendezvous couldn’t check who can change this meeting. Nothing was changed. Try again in a minute, or ask the host.",
    recordUnreadable: () =>
      "Rendezvous couldn’t read this meeting’s data. Nothing was changed. Send your admin the reference below.",
    storeUnavailable: () =>
      "Rendezvous couldn’t reach its storage. Try again in a minute. If it keeps happening, send your admin the reference below.",
    unexpected: () =>
      "Something went wrong. Try again. If it keeps happening, send your admin the reference below.",
  },
};
