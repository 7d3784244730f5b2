import type { series as english } from "../en/series";
import type { Incomplete } from "../messages";
import { spaced } from "./spaced";

export const series: Incomplete<typeof english> = {
  series: {
    next: ({ day }) => `下次：${day}`,
    dayOn: ({ day, date }) => `${day}（${date}）`,
    dayAt: ({ day, time }) => `${day} ${time}`,
    now: "进行中",
    paused: "已暂停",
    over: "已结束",
    skipped: ({ day }) => `已跳过：${day}`,
    buttons: {
      skipNext: "跳过下一次",
      undoSkip: "撤消跳过",
      pause: "暂停",
      resume: "恢复",
      only: ({ day }) => `仅${day}`,
      all: "全部",
      stop: "不再重复",
    },
    done: {
      skipped: ({ name, day }) => spaced`${name} 跳过了${day}的会议。`,
      restored: ({ name, day }) => spaced`${name} 恢复了${day}的会议。`,
      paused: ({ name }) => spaced`${name} 暂停了会议。`,
      resumed: ({ name }) => spaced`${name} 恢复了会议。`,
    },
    move: {
      title: ({ subject }) => `更改“${subject}”的时间`,
      text: ({ day }) => `只更改${day}的会议时间，还是更改此后所有会议的时间？`,
    },
    edit: ({ day }) => `新时间只用于${day}的会议，还是用于此后的所有会议？`,
    change: ({ subject }) =>
      `“${subject}”是定期会议。要更改什么？更改将对所有人生效，链接保持不变。`,
    cancel: {
      text: ({ day, name }) =>
        spaced`只跳过${day}的会议，还是取消所有会议？取消后，所有人都无法再使用此链接。\n只有 ${name} 可以取消，10 分钟内有效。`,
      all: "全部取消",
    },
    notSkipped: {
      unclear: ({ typed, next }) => `无法确定“${typed}”指的是哪次会议。接下来：${next}。`,
      notOnDay: ({ day, next }) => `${day}没有会议。接下来：${next}。`,
      already: ({ day, next }) => `${day}的会议已跳过。接下来：${next}。`,
      noneThen: ({ next }) => `这段时间没有会议。接下来：${next}。`,
      over: "没有可以跳过的会议了。",
      and: ({ first, second }) => `${first}、${second}`,
      through: ({ first, last }) => `${first}至${last}`,
    },
    help: {
      repeat: {
        typed: "会议 站会 每个工作日9:30 15分钟",
        text: "创建定期会议，每次都使用同一链接。",
      },
      skip: { typed: "跳过 明天", text: "跳过一次定期会议。" },
      pause: { typed: "暂停", text: "暂停定期会议。要继续，请输入“恢复”。" },
    },
    once: ({ subject }) =>
      `“${subject}”不是定期会议。要让它重复，请输入重复规则，例如“改时间 每周一 9:30”。`,
    isPaused: "会议已暂停。选择“恢复”以继续。",
    notPaused: "会议未暂停。",
    nothingSkipped: "没有已跳过的会议。",
  },
};
