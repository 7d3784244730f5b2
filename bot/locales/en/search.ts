/** What is said of meetings that are looked for. */
export const search = {
  search: {
    /** In Teams' compose box; the parameter is what is typed. */
    nothing:
      "There is no meeting here yet, and none that you asked for lately. Type a name and a time, such as “Sprint review tomorrow 3pm”, and choose it to make one.",
    noMatch:
      "No meeting that you can see here has all these words in its name. Type fewer, or a name and a time, such as “Sprint review tomorrow 3pm”, to make one.",
    offer: {
      title: ({ text }: { text: string }) => `Meet: ${text}`,
      text: "Choose this to make the meeting, or to get the one that is here already. Nothing is made before.",
      /** Where a client knows no choosing, and inserts the entry: with a button, and without. */
      card: "Nothing has been made yet. Press “Meet” to make the meeting, or to get the one that is here already.",
      bare: "Nothing has been made: Teams only put this entry into the message. Choose it again in Teams on a computer.",
    },
    /** Where a meeting of elsewhere belongs; “person” is what belongs to the reader and no conversation. */
    places: {
      channel: "Another channel",
      "group-chat": "Another group chat",
      "meeting-chat": "Another meeting’s chat",
      personal: "Your chat with Rendezvous",
      person: "Your own",
    },
    /** In a row of facts. */
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
