/** Meetings that were created elsewhere, and calendars. */
export const calendar = {
  /** The card of a meeting that was created elsewhere. */
  attachedCard: {
    by: ({ name }: { name: string }) => `Attached by ${name}`,
    ofChat: "This chat’s own meeting",
    /** The button. */
    detach: "Detach",
    setElsewhere:
      "This meeting was created outside Rendezvous, so change it in the calendar it comes from.",
  },
  /** Making an existing Teams meeting this channel’s or chat’s. */
  attach: {
    /** The button. */
    button: "Use this meeting",
    /** Someone pasted a join link after “meet”, and there’s no meeting yet. */
    offer: {
      title: "Use this Teams meeting here?",
      text: ({ name }: { name: string }) =>
        `Everyone who sends “meet” gets this link.\nOnly ${name} can confirm this, within 10 minutes.`,
    },
    /** `subject` is the current meeting. */
    replace: {
      title: ({ subject }: { subject: string }) => `Use this meeting instead of “${subject}”?`,
      text: ({ name }: { name: string }) =>
        `Everyone gets the new link. Detach brings the current meeting back.\nOnly ${name} can confirm this, within 10 minutes.`,
    },
    already: "This is already the meeting here.",
    chatUnknown: "Teams didn’t say which meeting this chat belongs to, so this is a separate one.",
    nothingAttached: "No meeting is attached here.",
    detached: ({ name }: { name: string }) => `Detached by ${name}.`,
    isOfChat:
      "This is the chat’s own meeting, so it can’t be detached. For another one, use a #room.",
    onlyMembers: "Only people in this organization can attach a meeting. Ask one of them.",
    problems: {
      none: {
        title: "Which meeting?",
        text: "Paste its join link after the command: attach https://…",
      },
      "safe-link": {
        title: "This link is wrapped by a security filter",
        text: "Open it, then copy the join link that your browser shows.",
      },
      "not-teams": {
        title: "This isn’t a link to a Teams meeting",
        text: "Copy the join link from the invitation. Meetings of Teams for personal use can’t be attached.",
      },
    },
  },
  /** On the page that adds a meeting to a calendar. The first three are buttons, on the card of the Calendar button too. */
  calendarLinks: {
    outlook: "Outlook",
    file: "Calendar file",
    subscribe: "Subscribe",
    label: "Calendar address",
    text: "A subscription follows changes; a file doesn’t. In Google Calendar or Outlook, paste the address to subscribe.",
    /** Of a series, on the card too. */
    onlyNext: "Outlook adds only the next meeting; the file and the subscription have all of them.",
  },
};
