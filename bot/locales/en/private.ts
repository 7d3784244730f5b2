/** What is said to one person alone. */
export const privately = {
  privately: {
    /** The button under a meeting that one person alone sees. */
    postHere: "Post here",
    posted: "Posted: everybody here has the meeting’s card now.",
    notPosted:
      "Teams did not take the card, so nothing was posted. Press Post here again in a minute.",
    postedBy: ({ name }: { name: string }) => `Posted by ${name}.`,
    /** In the person's chat with the bot, above what could not be shown where it was asked. */
    elsewhere:
      "You asked for this privately in another conversation. Teams would not show it to you alone there, so it is here. To change the meeting, write to “@Rendezvous” in that conversation.",
  },
};
