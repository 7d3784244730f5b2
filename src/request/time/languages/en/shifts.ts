import type { ShiftWords } from "../shift-words";
import { each } from "../words";

/** "Move it forward" is earlier for some people and later for others, "bring it forward" isn't. */
const MEETING = "|it |this |that |" + each("|the |our |this ", "meeting |call |start ");

export const englishShifts: ShiftWords = {
  later: "later",
  earlier: "earlier|sooner|early|" + each("bring |pull ", MEETING, "forward"),
  postponing: "postpone|delay|defer|push|" + each("put |set ", MEETING, "back"),
  byWords: "by|for|another",
  shiftFillers:
    "it|this|that|the|our|meeting|call|meet up|time|start time|start|starting|begin|move|shift|reschedule|change|make|do|have|hold|back|out|than planned|than now|instead",
};
