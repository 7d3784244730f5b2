import type { calendar as english } from "../en/calendar";
import type { Incomplete } from "../messages";

export const calendar: Incomplete<typeof english> = {
  /** The card of a meeting that was created elsewhere. */
  attachedCard: {
    by: ({ name }) => `Associée par ${name}`,
    ofChat: "Réunion de cette conversation",
    /** The button. */
    detach: "Dissocier",
    setElsewhere:
      "Cette réunion n’a pas été créée avec Rendezvous : modifiez-la dans le calendrier dont elle provient.",
  },
};
