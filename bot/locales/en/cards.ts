import { plural } from "../plural";

export const cards = {
  card: {
    join: "Join",
    refresh: "Refresh",
    /** The button. Longer titles go into the “…” menu. */
    calendar: "Calendar",
    addToCalendar: "Add to calendar",
    edit: "Edit",
    options: "Options",
    newLink: "New link",
    cancelMeeting: "Cancel meeting",
    dialIn: "Dial-in",
    untitled: "Meeting",
    noFixedTime: "No fixed time",
    timeInZone: ({ time, zone }: { time: string; zone: string }) => `${time} ${zone}`,
    status: { "new-link": "New link", cancelled: "Cancelled" },
    /** Ends a list of names. */
    others: plural("en", "{count, plural, one {# other} other {# others}}"),
    /** Ends a short list of names: more people than it shows. */
    moreNames: ({ count }: { count: string }) => `+${count}`,
    /** Separates names in a list of facts. */
    comma: ", ",
    /** A person with a role in the meeting. */
    inRole: {
      host: ({ name }: { name: string }) => `${name} (host)`,
      presenter: ({ name }: { name: string }) => `${name} (presenter)`,
      coorganizer: ({ name }: { name: string }) => `${name} (co-organizer)`,
    },
    somebody: "someone",
    /** Where the meeting belongs, if that isn't obvious. */
    location: {
      "channel-untied": "Its chat is separate from this channel.",
      personal: "Your own meeting. Share the link with anyone.",
      person:
        "Your own meeting: Teams doesn’t tell apps which chat this is. Share the link with anyone.",
      elsewhere: "From another channel or chat",
      thread: "This thread’s meeting",
    },
    phone: ({ number }: { number: string }) => `Phone: ${number}`,
    tollFree: ({ number }: { number: string }) => `Phone, toll-free: ${number}`,
    conferenceId: ({ id }: { id: string }) => `Conference ID: ${id}`,
    understood: ({ text }: { text: string }) => `Understood: ${text}`,
    expires: {
      standing: ({ date }: { date: string }) =>
        `The link expires on ${date}. Choose Refresh to keep it.`,
      scheduled: ({ date }: { date: string }) =>
        `The link expires on ${date}. Move the meeting to keep it.`,
    },
    notNotified: {
      one: ({ name }: { name: string }) => `${name} hasn’t been notified.`,
      several: ({ names }: { names: string }) => `${names} haven’t been notified.`,
      /** Without a known name or address. */
      someone: "Someone you invited hasn’t been notified.",
      /** The button. */
      email: "Email",
      /** The last line of the email. */
      joinByEmail: ({ link }: { link: string }) => `Join the meeting: ${link}`,
    },
    /** The personal message to an invited person. */
    invitedBy: ({ name }: { name: string }) => `${name} invited you to a meeting.`,
    invited: "You’re invited to a meeting.",
    noLink: "Teams didn’t return a link. Choose Refresh to try again.",
    calendarLocation: "Microsoft Teams",
    calendarJoin: "Join the meeting",
    summary: ({ subject, when }: { subject: string; when: string }) => `${subject}: ${when}`,
    preparingTitle: "Working on it…",
    restarting: "Rendezvous restarted before it could answer. Try again in a minute.",
    preparingText: "This takes a moment.",
    preparingOrTryAgain: "This takes a moment. If nothing changes, choose Try again.",
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
  scheduleCard: { title: "Schedule a meeting" },
  editCard: {
    title: "Edit meeting",
    /** Above a checkbox for each invited person. */
    invited: "Invited",
    remove: "Clear a checkbox to remove someone.",
  },
  optionsCard: {
    title: "Meeting options",
    notKnown: "Unknown",
    lobby: {
      label: "Who can bypass the lobby",
      choices: {
        everyone: "Everyone",
        organizationAndFederated: "My and trusted orgs, and guests",
        organization: "My organization and guests",
        organizationExcludingGuests: "Only my organization",
        invited: "People who were invited",
        organizer: "Only the host",
      },
    },
    presenters: {
      label: "Who can present",
      choices: {
        everyone: "Everyone",
        organization: "My organization and guests",
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
    title: { channel: "Meetings in this channel", chat: "Meetings in this chat" },
    none: "No meetings yet.",
    own: "Main meeting",
    named: ({ name }: { name: string }) => `#${name}`,
    thread: "A thread’s meeting",
    joinRoom: ({ room }: { room: string }) => `Join ${room}`,
    more: plural("en", "{count, plural, one {+# more} other {+# more}}"),
    /** Below the fields of a form. */
    zone: ({ zone }: { zone: string }) => `Times are in ${zone}.`,
    /** `zone` is a time zone as the client sent it. */
    unknownZone: ({ zone }: { zone: string }) =>
      `Times are in UTC, because “${zone}” isn’t a known time zone.`,
  },
  cancelledCard: {
    title: ({ subject }: { subject: string }) => `Cancelled: ${subject}`,
    byName: ({ name, when }: { name: string; when: string }) => `Cancelled by ${name} · ${when}`,
    bySomebody: ({ when }: { when: string }) => `Cancelled · ${when}`,
    startAgain: "Create a new meeting",
  },
  /** How the bot understood a request. */
  echo: {
    nowFor: ({ length }: { length: string }) => `now, ${length}`,
    here: "this thread",
  },
  links: {
    copy: "Copy link",
    /** Only the person who pressed “Copy link” sees this card. */
    copyCard: {
      title: "Meeting link",
      label: "Copy this link",
      text: "In Teams, the link shows the meeting’s card. Anywhere else, it opens the meeting.",
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
    /** After it, for a form that had to be corrected. */
    notSaved: ({ problems }: { problems: string }) =>
      `Nothing was saved. Open the form there again, and correct this:\n${problems}`,
  },
};
