export const errors = {
  reference: ({ reference }: { reference: string }) => `Reference for support: ${reference}`,
  errors: {
    badTimes: () =>
      "These times do not fit together, so nothing was changed. Give a start, and an end that comes after it.",
    refused: () =>
      "Teams would not make a meeting for this conversation. Nothing was changed. Try again, and if it stays so, give your Teams admin the reference below.",
    appNotTrusted: () =>
      "Rendezvous could not sign in to Microsoft 365, so nothing was changed. Your Teams admin has to check its credentials; then try again.",
    signInNeeded: () =>
      "This is done in your own name, and your sign-in was not there any more. Nothing was changed. Type “@Rendezvous signin”, then try the same again.",
    signInRefused: () =>
      "The sign-in was not yours, or Microsoft 365 did not take it, so nothing was changed. Type “@Rendezvous signin” and sign in with the account that you use in Teams; if it stays so, give your Teams admin the reference below.",
    consentMissing: () =>
      "You or your Teams admin have not yet allowed Rendezvous to make meetings in your name. Nothing was changed. Type “@Rendezvous signin”, press Sign in and agree; then try the same again.",
    onlyHost: () =>
      "Only the host can do this, as it is done in the host’s own name. Nothing was changed. Ask the host; or, if you may, type “@Rendezvous new” for a new link with you as the host.",
    permissionMissing: () =>
      "Your organization has not yet allowed Rendezvous to make meetings. Nothing was changed. Your Teams admin has to consent to the permission OnlineMeetings.ReadWrite.All; then try again.",
    policyMissing: () =>
      "Your organization has not yet allowed Rendezvous to make meetings in your name. Nothing was changed. Your Teams admin has to grant you the application access policy, which takes up to 30 minutes to work; or ask a colleague who has it to type “@Rendezvous meet” first.",
    notParticipant: () =>
      "Teams would not show this meeting to its host. Nothing was changed. Type “@Rendezvous meet” again, and if it stays so, give your Teams admin the reference below.",
    organizerUnknown: () =>
      "Teams will not let your account host a meeting: guests and people without a Teams license cannot. Nothing was changed. Ask a member of your organization to type “@Rendezvous meet”; then it is yours to join too.",
    serviceOrganizerRefused: () =>
      "The account that hosts all meetings here cannot host one just now. Nothing was changed. Your Teams admin has to check that account, which the setting ORGANIZER names; then try again.",
    hostRefused: () =>
      "Teams no longer lets this meeting’s host act for it: the account is gone, has no Teams license, or is no longer allowed to. Nothing was changed. Type “@Rendezvous meet”, and the meeting goes on with you as its host and a new link.",
    meetingGone: () =>
      "Teams no longer has this conversation’s meeting and would not make another. Nothing was changed. Try again in a minute.",
    throttled: ({ wait }: { wait?: string | undefined }) =>
      `Teams is busy and asks for patience. Nothing was changed. Try again ${wait ? `in ${wait}` : "in a minute"}.`,
    graphUnavailable: () =>
      "Teams could not be reached just now. Nothing is lost: try the same again in a minute.",
    graphSlow: () =>
      "Teams took too long to answer. Nothing is lost: try the same again in a minute.",
    badAnswer: () =>
      "Teams answered without a usable meeting link. Nothing was changed. Try again in a minute, and if it stays so, give your Teams admin the reference below.",
    rosterUnavailable: () =>
      "Teams would not say just now who may change this meeting. Nothing was changed. Try again in a minute; its host can do it meanwhile.",
    recordUnreadable: () =>
      "This version of Rendezvous cannot read what it saved for this conversation. Nothing was changed; your Teams admin can help with the reference below.",
    storeUnavailable: () =>
      "Rendezvous could not reach its own records. Nothing is lost: try again in a minute, and if it stays so, give your Teams admin the reference below.",
    unexpected: () =>
      "Something went wrong here. Nothing is lost: try again, and if it stays so, give your Teams admin the reference below.",
  },
};
