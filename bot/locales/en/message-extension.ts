export const messageExtension = {
  /** Teams' menus show these texts from the manifest, which has to match. */
  extensionCommands: {
    meet: {
      title: "Meet",
      description:
        "This conversation’s meeting, put into a message: with a name, a time and people.",
    },
    meetAbout: {
      title: "Meet about this",
      description:
        "This conversation’s meeting, with the message’s first line as its name, and its people.",
    },
    meetings: {
      title: "Meetings",
      description:
        "Finds this conversation’s meetings and your own, or makes one from what you type.",
      parameter: {
        title: "Name or request",
        description: "Part of a name, or a request such as “review tomorrow 3pm”.",
      },
    },
  },
  extension: {
    slow: "Rendezvous needs longer than Teams waits for an answer. Nothing is lost: try the same again in a moment.",
    preparingTitle: "Your meeting is still being prepared",
    preparingText:
      "Teams takes longer than usual. Press Refresh in a moment: the meeting is made once, however often you ask.",
    unknown:
      "This dialog is from another version of Rendezvous, so nothing was done. Open it again.",
  },
  meetForm: {
    title: "Meet",
    existing:
      "This conversation’s meeting. Press Meet for its card, or change what you like first.",
    topic: { label: "Topic", hint: "Sprint review" },
    day: "Day",
    time: "Start",
    minutes: { label: "Length in minutes", hint: "60" },
    people: { label: "Invite people", hint: "Search for people" },
    addresses: { label: "Or invite by address", hint: "bo@contoso.com, chen@contoso.com" },
    room: { label: "Room", hint: "#design" },
  },
  install: {
    title: "Add Rendezvous to this conversation?",
    text: "The meeting is ready. Once Rendezvous is here too, it can post the meeting’s card and keep it up to date for everybody. Press Continue to add it.",
    button: "Continue",
  },
  preview: {
    notYours:
      "Only the person who filled in the dialog can send this, and only in the same conversation. Nothing was posted. Open the dialog yourself.",
    expired: "This preview is older than an hour, so nothing was posted. Open the dialog again.",
    posted: "This card has been posted already, so nothing was posted again.",
    cancelled:
      "This meeting was cancelled meanwhile, so nothing was posted. Open the dialog again for another.",
    perhapsPosted:
      "Teams did not say whether the card was posted. Look whether it is there; if not, open the dialog again. The meeting is as you asked.",
    notPosted:
      "The card could not be posted just now. The meeting is as you asked: press Send again in a minute, or type “@Rendezvous meet”.",
  },
  search: {
    /** Shown in the compose box. */
    nothing:
      "There is no meeting here yet, and none that you asked for lately. Type a name and a time, such as “Sprint review tomorrow 3pm”, and choose it to make one.",
    noMatch:
      "No meeting that you can see here has all these words in its name. Type fewer, or a name and a time, such as “Sprint review tomorrow 3pm”, to make one.",
    offer: {
      title: ({ text }: { text: string }) => `Meet: ${text}`,
      text: "Choose this to make the meeting, or to get the one that is here already. Nothing is made before.",
      /** For clients that insert the result without selecting it: with a button, and without. */
      card: "Nothing has been made yet. Press “Meet” to make the meeting, or to get the one that is here already.",
      bare: "Nothing has been made: Teams only put this entry into the message. Choose it again in Teams on a computer.",
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
    notOurs:
      "This result was not made for you in this conversation, so nothing was done. Search again here, and choose from what you find.",
    expired:
      "This result is older than 10 minutes, so nothing was done. Search again, and choose from what you find.",
    unchanged: {
      conversation:
        "There is a meeting here already, so nothing was changed. To change it, add Rendezvous to this conversation and choose the same again.",
      own: "You have this meeting already, so nothing was changed. For another one, add the name of a room, such as “#design”, to what you type.",
    },
    slow: "Your meeting is being made, which takes a moment longer. Open “Meetings” again then: it is in the list.",
  },
};
