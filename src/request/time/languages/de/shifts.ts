import type { ShiftWords } from "../shift-words";

export const germanShifts: ShiftWords = {
  later: "später|nach hinten",
  earlier: "früher|nach vorne|nach vorn",
  postponing: "",
  byWords: "um|noch um",
  shiftFillers:
    "es|das|die|den|unser|unsere|meeting|besprechung|termin|anruf|verschieb|verschiebe|verschieben|verschieben wir|verlege|verlegen|ziehe|ziehen|starten|beginnen|anfangen|wir|als geplant",
};
