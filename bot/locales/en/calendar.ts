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
};
