export const messageExtension = {
  /** Teams' menus show these texts from the manifest, which has to match. */
  extensionCommands: {
    meet: {
      title: "Meet",
      description: "Add this channel’s or chat’s meeting to a message.",
    },
    meetAbout: {
      title: "Meet about this",
      description: "Create a meeting about this message.",
    },
    meetings: {
      title: "Meetings",
      description: "Find a meeting, or create one from what you type.",
      parameter: {
        title: "Search or create",
        description: "A meeting’s name, or a request such as “review tomorrow 3pm”.",
      },
    },
  },
  extension: {
    slow: "This is taking longer than usual. Try again in a moment.",
    preparingTitle: "Still working on it…",
    preparingText: "Teams is slow to respond. Choose Refresh in a moment.",
    unknown: "This dialog is from another version of Rendezvous. Close it and open it again.",
  },
  meetForm: {
    title: "Meet",
    existing: "There’s already a meeting. Change what you like.",
    topic: { label: "Name", hint: "Sprint review" },
    day: "Date",
    time: "Start",
    minutes: { label: "Duration in minutes", hint: "60" },
    otherLength: "Other…",
    repeat: {
      label: "Repeat",
      hint: "every Monday and Thursday until June 30",
      once: "Doesn’t repeat",
      other: "Custom…",
    },
    invited: ({ names }: { names: string }) => `Already invited: ${names}`,
    /** What happens next: a preview, or the card is inserted into the person's own message. */
    buttons: { continue: "Continue", insert: "Insert card" },
    people: { label: "Invite people", hint: "Search for people" },
    addresses: { label: "Or invite by email address", hint: "bo@contoso.com, chen@contoso.com" },
    room: { label: "Room", hint: "#design" },
  },
  install: {
    title: "Add Rendezvous here?",
    text: "The meeting is ready. Add Rendezvous so that it can post the card and keep it up to date.",
    button: "Continue",
  },
  preview: {
    notYours:
      "Only the person who opened this dialog can send it, and only in the same channel or chat. Open the dialog yourself.",
    expired: "This preview has expired after an hour. Open the dialog again.",
    posted: "This card is already posted.",
    cancelled:
      "This meeting was cancelled in the meantime. Open the dialog again to create another one.",
    perhapsPosted:
      "The meeting is ready, but Teams didn’t confirm that its card was posted. If you don’t see it, open the dialog again.",
    notPosted:
      "The meeting is ready, but Teams couldn’t post its card. Choose Send again in a minute.",
  },
  search: {
    /** Shown in the compose box. */
    nothing:
      "No meetings yet. To create one, type a name and a time, such as “Sprint review tomorrow 3pm”.",
    noMatch:
      "No meetings found. To create one, type a name and a time, such as “Sprint review tomorrow 3pm”.",
    offer: {
      title: ({ text }: { text: string }) => `Create: ${text}`,
      text: "Choose this to create the meeting.",
      /** For clients that insert the result without selecting it: with a button, and without. */
      card: "This meeting hasn’t been created yet. Choose Create meeting to create it.",
      bare: "This meeting hasn’t been created. Choose it again in Teams on a computer.",
    },
    /** Where a meeting outside this conversation belongs; “person” is the viewer's own meeting. */
    places: {
      channel: "Another channel",
      "group-chat": "Another group chat",
      "meeting-chat": "Another meeting’s chat",
      personal: "Your chat with Rendezvous",
      person: "Your own",
    },
    asked: ({ time }: { time: string }) => `you asked ${time}`,
    notOurs: "This result isn’t yours, or it’s from another channel or chat. Search again.",
    expired: "This result has expired after 10 minutes. Search again.",
    unchanged: {
      conversation:
        "There’s already a meeting. Nothing was changed. To change it, add Rendezvous and choose this again.",
      own: "You already have this meeting. Nothing was changed. For another one, add a room, such as “#design”.",
    },
    slow: "Your meeting will be ready in a moment. Open “Meetings” again to find it in the list.",
  },
};
