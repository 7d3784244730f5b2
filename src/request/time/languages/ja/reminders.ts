import type { ReminderWords } from "../reminder-words";

export const japaneseReminders: ReminderWords = {
  switchOff:
    "オフ|なし|無し|不要|いらない|いりません|要らない|要りません|しない|やめ|停止|止め|解除",
  switchOn: "オン|有効",
  nextOne: "次|次回",
};
