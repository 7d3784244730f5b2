import type { calendar as english } from "../en/calendar";
import type { Incomplete } from "../messages";

export const calendar: Incomplete<typeof english> = {
  /** The card of a meeting that was created elsewhere. */
  attachedCard: {
    by: ({ name }) => `Прикрепил(а) ${name}`,
    ofChat: "Собрание этого чата",
    /** The button. */
    detach: "Открепить",
    setElsewhere:
      "Это собрание создано не в Rendezvous. Измените его в том календаре, где оно создано.",
  },
};
