import type { ReminderWords } from "../reminder-words";

export const germanReminders: ReminderWords = {
  switchOff: "aus|nie|nein|kein|keine|nicht|ohne|stopp",
  switchOn: "ja|wieder|standard",
  nextOne: "nächste|nächsten|nächstes",
};
