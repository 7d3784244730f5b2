import type { ReminderWords } from "../reminder-words";

export const englishReminders: ReminderWords = {
  switchOff: "off|never|none|no|not|stop|disable|don't|dont|without|cancel|remove|mute|delete",
  switchOn: "on|yes|default|usual|again",
  nextOne: "next",
};
