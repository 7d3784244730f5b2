/** What is said of links to meetings. */
export const links = {
  links: {
    /** Where a card stands that shows the meeting of another place. */
    elsewhere: "Belongs to another conversation",
    roomElsewhere: ({ name }: { name: string }) => `Room #${name} of another conversation`,
    copy: "Copy link",
    /** What a card shows the presser alone. */
    copyCard: {
      title: "Link to this meeting",
      label: "Link to copy",
      text: "Copy it and pass it on. Pasted in Teams, it shows the meeting’s card; anywhere else, it opens the meeting. “New link” and “Cancel meeting” end it.",
    },
    /** What is said of a link that leads nowhere, to whoever opens or pastes it: nothing of the meeting. */
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
};
