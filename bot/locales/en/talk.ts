/** Commands and their replies. */
export const talk = {
  /** The title is the command to type, and what Teams inserts: one word. Everyone can type it in any language. */
  commands: {
    meet: {
      title: "meet",
      description: "Get this channel’s or chat’s meeting. Add a name, a time, people, or a #room.",
    },
    invite: {
      title: "invite",
      description: "Invite people to the meeting. To remove someone, type uninvite.",
    },
    rooms: { title: "rooms", description: "See all meetings in this channel or chat." },
    new: { title: "new", description: "Replace the meeting link. Asks you first." },
    rename: { title: "rename", description: "Give the meeting another name." },
    move: { title: "move", description: "Move the meeting to another time." },
    options: {
      title: "options",
      description: "Choose who skips the lobby, who can present, and more.",
    },
    cancel: { title: "cancel", description: "Cancel the meeting. Asks you first." },
    signin: {
      title: "signin",
      description: "Sign in so that Rendezvous can create meetings for you.",
    },
    signout: { title: "signout", description: "Sign out of Rendezvous." },
    check: { title: "check", description: "Check whether Rendezvous is set up correctly." },
    help: { title: "help", description: "See what Rendezvous can do." },
  },
  /** Other words for a command, separated by spaces. Teams' menu doesn't list them. */
  aliases: {
    meet: "join",
    invite: "add",
    uninvite: "uninvite remove",
    rename: "retitle",
    move: "reschedule postpone",
    cancel: "delete",
    attach: "attach",
    detach: "detach unlink",
    skip: "skip",
    restore: "restore unskip",
    pause: "pause suspend",
    resume: "resume unpause",
    signin: "login",
    signout: "logout",
    remind: "remind reminder reminders",
    help: "commands",
  },
  meet: {
    button: "Meet",
    /** Teams’ own words. */
    now: "Meet now",
    /** Opens a form. */
    schedule: "Schedule…",
    create: "Create meeting",
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
      `The host can no longer host this meeting. ${name} is the new host, and the link is new.`,
    organizerReplacedBySomebody:
      "The host can no longer host this meeting. Another member is the new host, and the link is new.",
    meetingGone: "Teams no longer had this meeting, so the link is new. The old link may not work.",
    newLinkBy: ({ name }: { name: string }) =>
      `New link by ${name}. Anyone with the old link can still use it.`,
    topicCut: "The name was cut to 255 characters.",
    notInvited: ({ names }: { names: string }) =>
      `Couldn’t invite ${names}: no account found in your organization. Send them the link.`,
    notAsked: ({ names }: { names: string }) =>
      `Couldn’t invite ${names}: Teams isn’t responding. Try again in a minute, or send them the link.`,
    notCoOrganizers: ({ names }: { names: string }) =>
      `Couldn’t add as co-organizers: ${names}. They’re invited as attendees. The host can change roles in the meeting options.`,
  },
  changed: {
    updated: ({ name }: { name: string }) => `Updated by ${name}.`,
    renamed: ({ name }: { name: string }) => `Renamed by ${name}.`,
    moved: ({ name }: { name: string }) => `Moved by ${name}.`,
    optionsSaved: ({ name }: { name: string }) => `Options saved by ${name}.`,
    startedAgain: ({ name }: { name: string }) => `Restarted by ${name}, with a new link.`,
    createdNext: ({ name }: { name: string }) =>
      `New meeting by ${name}. The one before was cancelled.`,
  },
  noMeeting: {
    none: {
      channel: "There’s no meeting in this channel yet.",
      "group-chat": "There’s no meeting in this chat yet.",
      "meeting-chat": "There’s no follow-up meeting in this chat yet.",
      personal: "You don’t have a meeting in this chat yet.",
      person: "You don’t have a meeting yet.",
      thread: "There’s no meeting in this thread yet.",
    },
    /** `room` starts with "#". */
    noRoom: ({ room }: { room: string }) => `There’s no ${room}.`,
    createRoom: ({ room }: { room: string }) => `Create ${room}`,
    superseded: "This meeting has a new link. Nothing was changed.",
  },
  invite: {
    who: "Who should I invite?",
    /** Where people can be mentioned. */
    how: "Type @ and choose a name, or type an email address, such as “invite bo@contoso.com”.",
    /** In a personal chat, they can't. */
    howAlone: "Type an email address, such as “invite bo@contoso.com”, or choose Edit.",
    /** Without a mention or an address. */
    unclear: ({ typed }: { typed: string }) => `I can’t tell who “${typed}” is.`,
  },
  uninvite: {
    hostStays: "The host can’t be removed. Nothing was changed.",
    who: "Who should I remove?",
    /** Where people can be mentioned. */
    how: "Type @ and choose a name, or type an email address, such as “uninvite bo@contoso.com”.",
    /** In a personal chat, they can't. */
    howAlone: "Type an email address, such as “uninvite bo@contoso.com”, or choose Edit.",
    notInvited: ({ name }: { name: string }) => `${name} isn’t invited to this meeting.`,
    noneInvited: ({ names }: { names: string }) => `${names} aren’t invited to this meeting.`,
  },
  permission: {
    manageOwners: ({ names }: { names: string }) =>
      `Only the host, the person who created the meeting, or a team owner can do this. Nothing was changed. Ask ${names}.`,
    manageOrganizer: ({ names }: { names: string }) =>
      `Only the host or the person who created the meeting can do this. Nothing was changed. Ask ${names}.`,
    manageMembers: ({ names }: { names: string }) =>
      `Only people in the organization can do this. Nothing was changed. Ask ${names}.`,
    change: ({ names }: { names: string }) =>
      `Only people in the meeting’s organization can change it. Nothing was changed. Ask ${names}.`,
    onlyHost: ({ name }: { name: string }) =>
      `Only the host, ${name}, can do this. Nothing was changed. Ask ${name}. If the host has left, send “new” to Rendezvous to become the host.`,
    onlyHostUnnamed:
      "Only the host can do this. Nothing was changed. Ask the host. If the host has left, send “new” to Rendezvous to become the host.",
    somebodyElse: "the person who created the meeting",
  },
  confirmation: {
    notYours: ({ name }: { name: string }) =>
      `Only ${name} can confirm this. Nothing was changed. To do it yourself, send the command.`,
    notYoursUnnamed:
      "Only the person who asked can confirm this. Nothing was changed. To do it yourself, send the command.",
    expired:
      "This question has expired after 10 minutes. Nothing was changed. Ask again if you still want this.",
  },
  refresh: {
    superseded: "The meeting’s link was replaced. This is the current one.",
    gone: "Teams no longer has this meeting, so its link may not work.",
    notChecked:
      "Rendezvous couldn’t reach Teams, so this may be out of date. The link hasn’t changed.",
    unknown: "This meeting no longer exists.",
    unfinished: "This meeting hasn’t been created yet.",
    slow: "Teams is slow to respond. Choose Refresh again in a moment.",
  },
  actions: {
    tryAgain: "Try again",
    buttonNotOurs:
      "This button doesn’t work in this channel or chat. Send “meet” to Rendezvous to get its meeting.",
    buttonUnknown:
      "This button is from another version of Rendezvous. Send “meet” to Rendezvous to get a new card.",
  },
  help: {
    button: "Help",
    title: "How can I help?",
    meet: {
      title: "Meet right away",
      text: {
        channel: "Everyone in this channel joins the same meeting.",
        chat: "Everyone in this chat joins the same meeting.",
        personal: "It’s your own meeting. Share the link with anyone.",
      },
    },
    schedule: "Pick a name, a time and people.",
    rooms: {
      button: "All meetings",
      title: "Find a meeting",
      text: {
        channel: "See all meetings in this channel.",
        chat: "See all meetings in this chat.",
        personal: "See your meetings in this chat.",
      },
    },
    type: {
      title: "Or just type it",
      typed: ({ time }: { time: string }) =>
        `meet Sprint review tomorrow ${time} for 45 min with @Ana`,
    },
    more: "More commands",
    /** Uses of “meet” that the other lines don’t show. */
    room: {
      typed: "meet #design",
      text: "Get a second meeting, in a room. Other commands work there too: “cancel #design”.",
    },
    here: {
      typed: "meet here",
      text: "Type it in a thread to get a meeting just for that thread.",
    },
    attach: {
      typed: "attach https://…",
      text: "Use a meeting from someone’s calendar here. To go back, type detach.",
    },
    /** For commands that need more words. The others are typed as they are. */
    examples: {
      invite: "invite @Ana as presenter",
      rename: "rename Sprint demo",
      move: ({ time }: { time: string }) => `move tomorrow ${time}`,
    },
  },
  greeting: {
    title: "Hi, I’m Rendezvous",
    text: "I give each channel and chat one meeting, so everyone joins the same one.",
    /** `typed` is how to ask for help. */
    hint: ({ typed }: { typed: string }) => `Type “${typed}” to see what else I can do.`,
  },
  unknownText: {
    didYouMean: ({ text }: { text: string }) => `Did you mean “${text}”?`,
    yes: "Yes",
    question: "Did you want to create this meeting?",
    nothing:
      "Sorry, I didn’t get that. Choose Meet to get this meeting, or Help to see what I can do.",
  },
  smallTalk: {
    /** `typed` is how to ask for the meeting. */
    hello: {
      channel: ({ typed }: { typed: string }) =>
        `Hi! Type “${typed}” to get this channel’s meeting.`,
      "group-chat": ({ typed }: { typed: string }) =>
        `Hi! Type “${typed}” to get this chat’s meeting.`,
      "meeting-chat": ({ typed }: { typed: string }) =>
        `Hi! Type “${typed}” to get a follow-up meeting.`,
      personal: ({ typed }: { typed: string }) => `Hi! Type “${typed}” to get a meeting.`,
      person: ({ typed }: { typed: string }) => `Hi! Type “${typed}” to get a meeting.`,
    },
    welcome: "You’re welcome.",
    /** Answers “no”, “ok” or “later”. */
    okay: "Okay. I’m here when you need me.",
  },
  turnProblems: {
    "no-tenant":
      "Teams didn’t say which organization this belongs to. Try in a channel or chat of your organization.",
    "unknown-conversation":
      "Rendezvous doesn’t work here. Try in a channel, a group chat, or a personal chat with Rendezvous.",
    "no-sender": "Teams didn’t say who you are. Sign in with your work account and try again.",
  },
};
