/** What the compose box says. */
export const compose = {
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
};
