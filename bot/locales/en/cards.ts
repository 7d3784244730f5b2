import { plural } from "../plural";

export const cards = {
  card: {
    join: "Join",
    refresh: "Refresh",
    addToCalendar: "Add to calendar",
    options: "Options",
    newLink: "New link",
    cancelMeeting: "Cancel meeting",
    untitled: "Meeting",
    openAnyTime: "Open any time",
    hostedBy: ({ name }: { name: string }) => `Hosted by ${name}`,
    /** `people` is a list such as “Ana and Bo”. No Markdown: with mentions, Teams renders the line as Markdown. */
    with: ({ people }: { people: string }) => `With ${people}`,
    /** People without a mention, below the line of mentions. */
    alsoWith: ({ people }: { people: string }) => `Also invited: ${people}`,
    /** Ends a list of names. */
    others: plural("en", "{count, plural, one {# other} other {# others}}"),
    /** Separates names in a list of facts. */
    comma: ", ",
    /** A person with a role in the meeting. */
    inRole: {
      presenter: ({ name }: { name: string }) => `${name} (presenter)`,
      coorganizer: ({ name }: { name: string }) => `${name} (co-organizer)`,
    },
    somebody: "somebody",
    belongsTo: {
      channel: "Tied to this channel",
      "channel-untied":
        "For this channel, with a separate chat: Teams did not tie it to the channel",
      "group-chat": "For this group chat",
      "meeting-chat": "For this meeting’s chat",
      personal: "Your own meeting: share the link with anyone",
      person: "Your own meeting: Teams does not say which chat this is. Share the link with anyone",
    },
    roomBelongsTo: {
      channel: ({ name }: { name: string }) => `Room #${name} of this channel`,
      "channel-untied": ({ name }: { name: string }) =>
        `Room #${name} of this channel, with a separate chat: Teams did not tie it to the channel`,
      "group-chat": ({ name }: { name: string }) => `Room #${name} of this group chat`,
      "meeting-chat": ({ name }: { name: string }) => `Room #${name} of this meeting’s chat`,
      personal: ({ name }: { name: string }) =>
        `Your own room #${name}: share the link with anyone`,
      person: ({ name }: { name: string }) =>
        `Your own room #${name}: Teams does not say which chat this is. Share the link with anyone`,
    },
    thread: "This thread’s own meeting",
    threadUntied:
      "This thread’s own meeting, with a separate chat: Teams did not tie it to the channel",
    phone: ({ number }: { number: string }) => `Phone: ${number}`,
    tollFree: ({ number }: { number: string }) => `Phone, toll-free: ${number}`,
    conferenceId: ({ id }: { id: string }) => `Conference ID: ${id}`,
    understood: ({ text }: { text: string }) => `Understood: ${text}`,
    expires: {
      standing: ({ date }: { date: string }) =>
        `This link stops working on ${date} unless somebody uses this card before then.`,
      scheduled: ({ date }: { date: string }) =>
        `This link stops working on ${date}; type “@Rendezvous move” with a new time to keep it.`,
    },
    noLink: "Teams gave no link that is safe to open. Press Refresh to ask again.",
    calendarLocation: "Microsoft Teams",
    calendarJoin: "Join the meeting",
    summary: ({ subject, when }: { subject: string; when: string }) => `${subject}: ${when}`,
    preparingTitle: "Your answer is being prepared",
    restarting:
      "Rendezvous was restarted before it had the answer. Nothing is lost: try the same again in a minute.",
    preparingText: "It appears here in a moment. Nothing more to do.",
  },
  changeCard: {
    title: "There’s already a meeting",
    text: ({ subject }: { subject: string }) =>
      `Update “${subject}” for everyone? The link stays the same.`,
    /** When the request is probably about another meeting. */
    separate: {
      text: ({ subject }: { subject: string }) =>
        `Create a separate meeting, or update “${subject}” for everyone?`,
      room: ({ name }: { name: string }) => `The separate meeting gets its own room, #${name}.`,
      create: "Create separate meeting",
    },
    now: "Now",
    asked: "Requested",
    nobody: "No one invited",
    add: ({ people }: { people: string }) => `Add ${people}`,
    update: "Update",
    keep: "Keep",
  },
  confirmCard: {
    newLink: {
      title: ({ subject }: { subject: string }) => `A new link for “${subject}”?`,
      text: ({ name }: { name: string }) =>
        `Everybody here gets the new link from then on. The old one is not closed: who still has it can meet there, but it is no longer this conversation’s meeting.\nOnly ${name} can confirm this, within 10 minutes.`,
      confirm: "Make a new link",
    },
    cancel: {
      title: ({ subject }: { subject: string }) => `Cancel “${subject}”?`,
      text: ({ name }: { name: string }) =>
        `The meeting is deleted and its link stops working, for everybody. What people put into their calendars stays there. The next “@Rendezvous meet” makes another meeting, with another link.\nOnly ${name} can confirm this, within 10 minutes.`,
      confirm: "Cancel meeting",
    },
    /** Replaces an unknown name. */
    whoAsked: "the person who asked",
    back: "Back",
  },
  optionsCard: {
    title: "Meeting options",
    notKnown: "Not known",
    lobby: {
      label: "Who gets in without waiting",
      choices: {
        everyone: "Everyone",
        organizationAndFederated: "Our and trusted organizations, guests",
        organization: "Our organization and guests",
        organizationExcludingGuests: "Our organization, without guests",
        invited: "Only people who were invited",
        organizer: "Only the host",
      },
    },
    presenters: {
      label: "Who can present",
      choices: {
        everyone: "Everyone",
        organization: "Our organization",
        roleIsPresenter: "Only people who were made presenters",
        organizer: "Only the host",
      },
    },
    chat: {
      label: "Meeting chat",
      choices: { enabled: "On", limited: "Only during the meeting", disabled: "Off" },
    },
    recording: {
      label: "Record automatically",
      choices: { true: "Yes", false: "No" },
    },
    save: "Save",
    back: "Back",
  },
  roomsCard: {
    title: "Meetings of this conversation",
    none: "This conversation has no meeting yet. Type “@Rendezvous meet” for one, or “@Rendezvous meet #design” for one in a room of its own.",
    own: "Main meeting",
    named: ({ name }: { name: string }) => `#${name}`,
    thread: "A thread’s own meeting",
    joinRoom: ({ room }: { room: string }) => `Join ${room}`,
    more: plural("en", "{count, plural, one {And # more} other {And # more}}"),
    zone: ({ zone }: { zone: string }) => `Times in ${zone}`,
  },
  cancelledCard: {
    title: "Meeting cancelled",
    byName: ({ subject, name, when }: { subject: string; name: string; when: string }) =>
      `“${subject}” was cancelled by ${name} on ${when}.`,
    bySomebody: ({ subject, when }: { subject: string; when: string }) =>
      `“${subject}” was cancelled on ${when}.`,
    when: ({ moment, zone }: { moment: string; zone: string }) => `${moment} (${zone})`,
    startAgain: "Start again",
  },
  /** How the bot understood a request. */
  echo: {
    time: ({ time, zone }: { time: string; zone: string }) => `${time} ${zone}`,
    nowFor: ({ length }: { length: string }) => `now, ${length}`,
    here: "this thread",
  },
  links: {
    /** Shown on a card outside the meeting's own conversation. */
    elsewhere: "Belongs to another conversation",
    roomElsewhere: ({ name }: { name: string }) => `Room #${name} of another conversation`,
    copy: "Copy link",
    /** Only the person who pressed “Copy link” sees this card. */
    copyCard: {
      title: "Link to this meeting",
      label: "Link to copy",
      text: "Copy it and pass it on. Pasted in Teams, it shows the meeting’s card; anywhere else, it opens the meeting. “New link” and “Cancel meeting” end it.",
    },
    /** For links that don't work. Anyone can see this, so it says nothing about the meeting. */
    dead: {
      unknown: {
        title: "This link opens no meeting",
        text: "It may not have been copied to its end.",
        next: "Copy the whole link once more, or type “@Rendezvous meet” in the conversation in Teams: everybody there gets its meeting.",
      },
      ended: {
        title: "This link has ended",
        text: "The meeting was cancelled, or it has a new link.",
        next: "Type “@Rendezvous meet” in its conversation in Teams: everybody there gets a link that works.",
      },
      unavailable: {
        title: "The link cannot be looked up just now",
        text: "Nothing is lost, and the link stays the same.",
        next: "Open it again in a minute.",
      },
    },
  },
  privately: {
    /** The button on a card that only one person sees. */
    postHere: "Post here",
    posted: "Posted: everybody here has the meeting’s card now.",
    notPosted:
      "Teams did not take the card, so nothing was posted. Press Post here again in a minute.",
    postedBy: ({ name }: { name: string }) => `Posted by ${name}.`,
    /** In the person's chat with the bot, above an answer that Teams couldn't show privately elsewhere. */
    elsewhere:
      "You asked for this privately in another conversation. Teams would not show it to you alone there, so it is here. To change the meeting, write to “@Rendezvous” in that conversation.",
  },
};
