/** Every word that Rendezvous says, in English; the other languages have this file's shape. */
export const en = {
  /** The language of these words, for what `Intl` adds to them. */
  language: "en",
  card: {
    join: "Join",
    refresh: "Refresh",
    addToCalendar: "Add to calendar",
    untitled: "Meeting",
    openAnyTime: "Open any time",
    hostedBy: ({ name }: { name: string }) => `Hosted by ${name}`,
    belongsTo: {
      channel: "Tied to this channel",
      "channel-untied":
        "For this channel, with a separate chat: Teams did not tie it to the channel",
      "group-chat": "For this group chat",
      "meeting-chat": "For this meeting’s chat",
      personal: "Your own meeting: share the link with anyone",
    },
    phone: ({ number }: { number: string }) => `Phone: ${number}`,
    tollFree: ({ number }: { number: string }) => `Phone, toll-free: ${number}`,
    conferenceId: ({ id }: { id: string }) => `Conference ID: ${id}`,
    noLink: "Teams gave no link that is safe to open. Press Refresh to ask again.",
    calendarLocation: "Microsoft Teams",
    calendarJoin: "Join the meeting",
    summary: ({ subject, when }: { subject: string; when: string }) => `${subject}: ${when}`,
    preparingTitle: "Your meeting is being prepared",
    restarting:
      "Rendezvous was restarted before it had the answer. Nothing is lost: type “@Rendezvous meet” again, and you get the same meeting.",
    preparingText: "The link appears here in a moment. Nothing more to do.",
  },
  meet: {
    button: "Meet",
    subjects: {
      channel: "Channel meeting",
      "group-chat": "Group chat meeting",
      "meeting-chat": "Follow-up meeting",
      personal: "My meeting",
    },
    namedChannel: ({ name }: { name: string }) => `${name} meeting`,
    organizerReplaced: ({ name }: { name: string | undefined }) =>
      `The link is new: the person who hosted this meeting can no longer do so, and ${name ?? "another member"} hosts it now. Earlier links no longer lead to this conversation’s meeting.`,
    meetingGone:
      "The link is new: Teams no longer had the earlier meeting. Earlier links may no longer work.",
    topicUnused: ({ topic }: { topic: string }) =>
      `This conversation already has its meeting, shown below. Its name stays; “${topic}” was not used.`,
    topicCut: "The name was longer than 255 characters, so the rest of it was left out.",
  },
  refresh: {
    superseded: "The card you looked at had an older link. This is the conversation’s meeting now.",
    gone: "Teams no longer has this meeting, so the link may not open. Type “@Rendezvous meet” and everybody gets a new one.",
    notChecked:
      "Teams could not be asked just now. This is the meeting as last seen; the link stays the same.",
    unknown:
      "This conversation has no meeting any more. Type “@Rendezvous meet” and everybody gets one.",
    unfinished:
      "This meeting was requested but never created. Type “@Rendezvous meet” to create it.",
    slow: "Teams is slow to answer. Nothing has changed; press Refresh again in a moment.",
  },
  actions: {
    buttonNotOurs:
      "This button does not belong to a meeting here, so nothing was done. Type “@Rendezvous meet” for this conversation’s meeting.",
    buttonUnknown:
      "This button is from another version of Rendezvous, so nothing was done. Type “@Rendezvous meet” for a fresh card.",
  },
  help: {
    button: "Help",
    title: "One conversation, one meeting",
    text: "Everybody here gets the same meeting, every time.",
    rows: [
      {
        label: "@Rendezvous meet",
        text: "This conversation’s meeting. @Rendezvous alone does the same.",
      },
      {
        label: "@Rendezvous meet Sprint review",
        text: "The same; a new meeting gets this name.",
      },
      { label: "@Rendezvous help", text: "Shows this list." },
    ],
  },
  greeting: {
    title: "Meet now, in one place",
    text: "Type “@Rendezvous meet” and everybody here gets one and the same meeting, every time.",
  },
  unknownText: {
    title: "I don’t know that command",
    understood: ({ topic }: { topic: string }) =>
      `I read “${topic}” and did nothing yet. Press Meet for this conversation’s meeting, or Help for what can be typed.`,
    nothing:
      "I found no text in your message. Press Meet for this conversation’s meeting, or Help for what can be typed.",
  },
  turnProblems: {
    "no-tenant":
      "Teams did not say which organization this conversation belongs to, so no meeting was made. Try in a channel or a chat of your organization.",
    "unknown-conversation":
      "I do not know this kind of conversation, so no meeting was made. Try in a channel, a group chat, or a chat with me alone.",
    "foreign-tenant":
      "Rendezvous works only in the organization that runs it, so no meeting was made. Ask somebody of that organization to meet in a channel of theirs.",
    "no-sender":
      "Teams did not say who you are, so no meeting was made. Sign in with your work account and try again.",
  },
  reference: ({ reference }: { reference: string }) => `Reference for support: ${reference}`,
  errors: {
    badTimes: () =>
      "These times do not fit together, so nothing was changed. Give a start, and an end that comes after it.",
    refused: () =>
      "Teams would not make a meeting for this conversation. Nothing was changed. Try again, and if it stays so, give your Teams admin the reference below.",
    appNotTrusted: () =>
      "Rendezvous could not sign in to Microsoft 365, so nothing was changed. Your Teams admin has to check its credentials; then type “@Rendezvous meet” again.",
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
    meetingGone: () =>
      "Teams no longer has this conversation’s meeting and would not make another. Nothing was changed. Try again in a minute.",
    throttled: ({ wait }: { wait?: string | undefined }) =>
      `Teams is busy and asks for patience. Nothing was changed. Try again ${wait ? `in ${wait}` : "in a minute"}.`,
    graphUnavailable: () =>
      "Teams could not be reached just now. Nothing is lost: type “@Rendezvous meet” again in a minute.",
    graphSlow: () =>
      "Teams took too long to answer. Nothing is lost: type “@Rendezvous meet” again, and you get the same meeting.",
    badAnswer: () =>
      "Teams answered without a usable meeting link. Nothing was changed. Try again in a minute, and if it stays so, give your Teams admin the reference below.",
    recordUnreadable: () =>
      "This version of Rendezvous cannot read what it saved for this conversation. Nothing was changed; your Teams admin can help with the reference below.",
    storeUnavailable: () =>
      "Rendezvous could not reach its own records. Nothing is lost: try again in a minute, and if it stays so, give your Teams admin the reference below.",
    unexpected: () =>
      "Something went wrong here. Nothing is lost: try again, and if it stays so, give your Teams admin the reference below.",
  },
};
