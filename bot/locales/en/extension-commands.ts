/** What Teams' own menus say of the message extension; the manifest says the same. */
export const extensionCommands = {
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
};
