import type { reminders as english } from "../en/reminders";
import type { Incomplete } from "../messages";
import { plural } from "../plural";
import { spaced } from "./spaced";

export const reminders: Incomplete<typeof english> = {
  reminders: {
    minutes: plural("zh", "{count, plural, other {# 分钟}}"),
    hours: plural("zh", "{count, plural, other {# 小时}}"),
    hoursAndMinutes: ({ hours, minutes }) => `${hours} ${minutes}`,
    startsIn: ({ subject, lead }) => `“${subject}”将在 ${lead}后开始`,
    startsNow: ({ subject }) => `“${subject}”现在开始`,
    started: ({ subject, time }) => `“${subject}”已开始 ${time}`,
    past: ({ subject }) => `过去的提醒：${subject}`,
    line: ({ lead }) => `提前 ${lead}提醒`,
    set: ({ name, lead }) => spaced`${name} 将提醒设为开始前 ${lead}。`,
    turnedOff: ({ name }) => spaced`${name} 关闭了提醒。`,
    noTime: "设置会议时间后，提醒才会生效。",
    state: {
      on: ({ subject, lead }) => `“${subject}”：开始前 ${lead}提醒。`,
      off: ({ subject }) => `“${subject}”：提醒已关闭。`,
    },
    how: "要更改，请输入“提醒 10”、“提醒 1 小时”或“提醒 关闭”。",
    unclear: "要提前多久提醒？请输入“提醒 10”、“提醒 1 小时”或“提醒 关闭”。",
    tooLong: "最早可在开始前 24 小时提醒。",
    off: "管理员已关闭提醒。",
    help: {
      typed: "提醒 10",
      text: "在开始前 10 分钟提醒所有人。要停止，请输入“提醒 关闭”。",
    },
  },
};
