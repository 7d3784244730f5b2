/** Commands and their replies. */
export const talk = {
  /** The title is the command to type, and what Teams inserts: one word. Everyone can type it in any language. */
  commands: {
    meet: {
      title: "meet",
      description: "This conversation’s meeting. Add a name, a time, people, or a #room.",
    },
    rooms: { title: "rooms", description: "All meetings of this conversation." },
    new: { title: "new", description: "A new link for this conversation’s meeting (asks first)." },
    rename: { title: "rename", description: "Gives the meeting another name." },
    move: { title: "move", description: "Moves the meeting to another time." },
    options: { title: "options", description: "Who waits in the lobby, and who can present." },
    cancel: { title: "cancel", description: "Cancels the meeting (asks first)." },
    signin: {
      title: "signin",
      description: "Signs you in, where meetings are made in your own name.",
    },
    signout: { title: "signout", description: "Makes Rendezvous forget your sign-in." },
    check: { title: "check", description: "Whether Rendezvous is set up, and what to do if not." },
    help: { title: "help", description: "Lists what can be typed." },
  },
  /** Other words for a command, separated by spaces. Teams' menu doesn't list them. */
  aliases: {
    meet: "join",
    move: "reschedule postpone",
    cancel: "delete",
    signin: "login",
    signout: "logout",
    help: "commands",
  },
  meet: {
    button: "Meet",
    subjects: {
      channel: "Channel meeting",
      "group-chat": "Group chat meeting",
      "meeting-chat": "Follow-up meeting",
      personal: "My meeting",
      person: "My meeting",
      thread: "Thread meeting",
    },
    /** `name` is a channel's name, or a room's with "#". */
    named: ({ name }: { name: string }) => `${name} meeting`,
    organizerReplaced: ({ name }: { name: string }) =>
      `The link is new: the person who hosted this meeting can no longer do so, and ${name} hosts it now. Earlier links no longer lead to this conversation’s meeting.`,
    organizerReplacedBySomebody:
      "The link is new: the person who hosted this meeting can no longer do so, and another member hosts it now. Earlier links no longer lead to this conversation’s meeting.",
    meetingGone:
      "The link is new: Teams no longer had the earlier meeting. Earlier links may no longer work.",
    newLinkBy: ({ name }: { name: string }) =>
      `New link by ${name}. Earlier links no longer lead to this meeting.`,
    topicCut: "The name was longer than 255 characters, so the rest of it was left out.",
    notInvited: ({ names }: { names: string }) =>
      `Not invited, as Teams knows no account of your organization for them: ${names}. Send them the link.`,
    notAsked: ({ names }: { names: string }) =>
      `Not invited, as Teams could not be asked about them just now: ${names}. Invite them again in a minute, or send them the link.`,
    notCoOrganizers: ({ names }: { names: string }) =>
      `Teams would not make co-organizers of: ${names}. Everything else is set; the host can give roles in the meeting’s options.`,
  },
  changed: {
    updated: ({ name }: { name: string }) => `Updated by ${name}.`,
    renamed: ({ name }: { name: string }) => `Renamed by ${name}.`,
    moved: ({ name }: { name: string }) => `Moved by ${name}.`,
    optionsSaved: ({ name }: { name: string }) => `Options saved by ${name}.`,
    startedAgain: ({ name }: { name: string }) => `Started again by ${name}, with a new link.`,
  },
  noMeeting: {
    unknown: "There is no meeting here yet, so nothing was changed. Press Meet to make one.",
    unfinished:
      "This meeting was requested but not created yet, so nothing was changed. Press Meet to create it.",
    superseded:
      "This conversation’s meeting has another link now, so nothing was changed. This is the meeting:",
  },
  permission: {
    manageOwners: ({ names }: { names: string }) =>
      `Only the host, the person who first asked, or an owner of the team can do this, so nothing was changed. Ask ${names}.`,
    manageOrganizer: ({ names }: { names: string }) =>
      `Only the host or the person who first asked can do this, so nothing was changed. Ask ${names}.`,
    manageMembers: ({ names }: { names: string }) =>
      `Only members of the organization can do this, so nothing was changed. Ask ${names}.`,
    change: ({ names }: { names: string }) =>
      `Only members of the organization that this conversation belongs to can change its meeting, so nothing was changed. Ask ${names}.`,
    onlyHost: ({ name }: { name: string }) =>
      `Only the host, ${name}, can do this, as it is done in the host’s own name. Nothing was changed. Ask ${name}; or, if the host has left, type “@Rendezvous new” for a new link with you as the host.`,
    onlyHostUnnamed:
      "Only the host can do this, as it is done in the host’s own name. Nothing was changed. Ask the host; or, if the host has left, type “@Rendezvous new” for a new link with you as the host.",
    somebodyElse: "whoever made the meeting",
  },
  confirmation: {
    notYours: ({ name }: { name: string }) =>
      `Only ${name}, who asked, can confirm this. Nothing was changed. Type the command yourself if you want it too.`,
    notYoursUnnamed:
      "Only the person who asked can confirm this. Nothing was changed. Type the command yourself if you want it too.",
    expired:
      "This question is older than 10 minutes, so nothing was changed. Type the command again.",
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
    examples: {
      meet: {
        typed: "meet",
        text: "This conversation’s meeting. @Rendezvous alone does the same.",
      },
      plan: {
        typed: "meet Sprint review tomorrow 3pm for 45 min with @Ana",
        text: "A name, a time, a length, people: in any order. Put a name that looks like a time in quotes.",
      },
      people: {
        typed: "meet with @Ana as presenter and bo@contoso.com",
        text: "Invites people; as presenter or as co-organizer, if you say so.",
      },
      room: {
        typed: "meet #design",
        text: "A room: another meeting of this conversation. “cancel #design” and the rest work too.",
      },
      here: { typed: "meet here", text: "This thread’s own meeting." },
      rooms: { typed: "rooms", text: "All meetings of this conversation." },
      rename: { typed: "rename Sprint demo", text: "Gives the meeting another name." },
      move: { typed: "move tomorrow 3pm", text: "Moves the meeting to another time." },
      options: { typed: "options", text: "Who waits in the lobby, and who can present." },
      new: { typed: "new", text: "A new link; the old one is no longer ours. Asks first." },
      cancel: { typed: "cancel", text: "Deletes the meeting. Asks first." },
      signin: { typed: "signin", text: "Signs you in, where meetings are made in your own name." },
      signout: { typed: "signout", text: "Makes Rendezvous forget your sign-in." },
      check: { typed: "check", text: "Whether Rendezvous is set up, and what to do if not." },
      help: { typed: "help", text: "Shows this list." },
    },
  },
  greeting: {
    title: "Meet now, in one place",
    text: "Type “@Rendezvous meet” and everybody here gets one and the same meeting, every time.",
  },
  unknownText: {
    title: "I don’t know that command",
    understood: ({ text }: { text: string }) =>
      `I did nothing yet. If you meant a meeting, I read it as: ${text}\nPress Meet for that, or Help for what can be typed.`,
    unreadable: ({ text }: { text: string }) =>
      `I read “${text}” and did nothing yet. Press Meet for this conversation’s meeting, or Help for what can be typed.`,
    nothing:
      "I found no text in your message. Press Meet for this conversation’s meeting, or Help for what can be typed.",
  },
  turnProblems: {
    "no-tenant":
      "Teams did not say which organization this conversation belongs to, so no meeting was made. Try in a channel or a chat of your organization.",
    "unknown-conversation":
      "I do not know this kind of conversation, so no meeting was made. Try in a channel, a group chat, or a chat with me alone.",
    "no-sender":
      "Teams did not say who you are, so no meeting was made. Sign in with your work account and try again.",
  },
};
