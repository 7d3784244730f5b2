import type { ReminderWords } from "../reminder-words";

export const chineseReminders: ReminderWords = {
  switchOff: "关|關|不要|不用|别|取消|停|无需|不需",
  switchOn: "开启|打开|恢复|默认",
  nextOne: "下|下次|下一次",
};
