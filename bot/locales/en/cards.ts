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
    preparingTitle: "Working on it…",
    restarting: "Rendezvous restarted before it could answer. Try again in a minute.",
    preparingText: "This takes a moment.",
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
      title: ({ subject }: { subject: string }) => `Create a new link for “${subject}”?`,
      text: ({ name }: { name: string }) =>
        `Everyone gets the new link. Anyone with the old link can still use it.\nOnly ${name} can confirm this, within 10 minutes.`,
      confirm: "Create new link",
    },
    cancel: {
      title: ({ subject }: { subject: string }) => `Cancel “${subject}”?`,
      text: ({ name }: { name: string }) =>
        `The link stops working for everyone. Existing calendar entries aren’t removed.\nOnly ${name} can confirm this, within 10 minutes.`,
      confirm: "Cancel meeting",
    },
    /** Replaces an unknown name. */
    whoAsked: "the person who asked",
    back: "Back",
  },
  optionsCard: {
    title: "Meeting options",
    notKnown: "Unknown",
    lobby: {
      label: "Who can bypass the lobby",
      choices: {
        everyone: "Everyone",
        organizationAndFederated: "People in my organization, trusted organizations, and guests",
        organization: "People in my organization and guests",
        organizationExcludingGuests: "People in my organization",
        invited: "People who were invited",
        organizer: "Only the host",
      },
    },
    presenters: {
      label: "Who can present",
      choices: {
        everyone: "Everyone",
        organization: "People in my organization and guests",
        roleIsPresenter: "Specific people",
        organizer: "Only the host",
      },
    },
    chat: {
      label: "Meeting chat",
      choices: { enabled: "On", limited: "In meeting only", disabled: "Off" },
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
        title: "This link doesn’t work",
        text: "Part of it may be missing.",
        next: "Copy the whole link again, or choose Copy link on the meeting’s card in Teams.",
      },
      ended: {
        title: "This link has expired",
        text: "The meeting was cancelled, or its link was replaced.",
        next: "Choose Refresh on the meeting’s card in Teams to get the current link.",
      },
      unavailable: {
        title: "This link isn’t available right now",
        text: "Rendezvous couldn’t look it up. The link hasn’t changed.",
        next: "Try again in a minute.",
      },
    },
  },
  privately: {
    /** The button on a card that only one person sees. */
    postHere: "Post here",
    posted: "Posted. Everyone can see the meeting’s card now.",
    notPosted: "Teams couldn’t post the card. Choose Post here again in a minute.",
    postedBy: ({ name }: { name: string }) => `Posted by ${name}.`,
    /** In the person's chat with the bot, above an answer that Teams couldn't show privately elsewhere. */
    elsewhere:
      "Teams couldn’t show you this privately where you asked. To change the meeting, go back to that channel or chat.",
  },
};
