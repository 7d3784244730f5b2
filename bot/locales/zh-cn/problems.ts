import type { problems as english } from "../en/problems";
import type { Incomplete } from "../messages";
import { plural } from "../plural";
import { spaced } from "./spaced";

export const problems: Incomplete<typeof english> = {
  problems: {
    past: { title: "该时间已过", text: "请选择将来的时间。" },
    "no-clock-time": {
      today: "今天几点？",
      tomorrow: "明天几点？",
      day: ({ day }) => `${day}几点？`,
      todayIn: {
        morning: "今天上午几点？",
        midday: "今天中午几点？",
        afternoon: "今天下午几点？",
        evening: "今天晚上几点？",
      },
      tomorrowIn: {
        morning: "明天上午几点？",
        midday: "明天中午几点？",
        afternoon: "明天下午几点？",
        evening: "明天晚上几点？",
      },
      dayIn: {
        morning: ({ day }) => `${day}上午几点？`,
        midday: ({ day }) => `${day}中午几点？`,
        afternoon: ({ day }) => `${day}下午几点？`,
        evening: ({ day }) => `${day}晚上几点？`,
      },
      text: ({ example }) => spaced`例如 ${example}。`,
    },
    "time-in-name": {
      title: "会议什么时候开始？",
      text: ({ words, name }) => spaced`“${words}”看起来像时间。请选择时间，或保留名称“${name}”。`,
    },
    "end-before-start": {
      title: "结束时间早于开始时间",
      text: ({ start, end }) => `开始时间：${start}；结束时间：${end}。`,
    },
    "end-without-start": {
      title: "会议什么时候开始？",
      text: ({ end }) => `结束时间：${end}。`,
    },
    "no-length": { title: "会议持续多久？", text: "会议时长至少为 1 分钟。" },
    "no-rule": {
      title: "会议如何重复？",
      text: ({ example }) => `请输入重复规则，例如“${example}”。`,
    },
    "no-name": { title: "请输入名称", text: "会议必须有名称。" },
    "time-needed": {
      title: "会议定在什么时候？",
      text: "已设置时间的会议不能改回无固定时间。请选择日期和时间。",
    },
    "too-long": {
      title: "会议时间太长",
      text: plural("zh-CN", "会议最长为 {count, plural, other {# 小时}}。"),
    },
    "nonexistent-time": {
      title: "该时间不存在",
      text: ({ time, suggestion }) =>
        spaced`由于夏令时调整，${time} 不存在。改为 ${suggestion} 可以吗？`,
    },
    "doubled-time": {
      title: "该时间会出现两次",
      text: ({ time, suggestion }) =>
        spaced`由于夏令时调整，${time} 会出现两次。改为 ${suggestion} 可以吗？`,
    },
    "two-times": {
      title: "以哪个时间为准？",
      text: ({ first, second }) => `你输入了两个时间：“${first}”和“${second}”。`,
    },
    "two-lengths": {
      title: "会议持续多久？",
      text: ({ first, second }) => `你输入了两个时长：“${first}”和“${second}”。`,
    },
    "vague-day": { title: "哪一天？", text: ({ day }) => `“${day}”可能指不同的日期。` },
    "no-such-day": { title: "哪一天？", text: ({ day }) => `日历中没有“${day}”这一天。` },
    "stray-day": {
      title: "会议定在什么时候？",
      text: ({ day, time }) => `你输入了“${day}”和“${time}”。`,
    },
    "unknown-zone": {
      title: "哪个时区？",
      text: ({ zone }) => `“${zone}”不明确。请按你所在的时区选择时间。`,
    },
    "room-unreadable": {
      title: "房间名称无效",
      text: "只能使用文字、数字、“-”和“_”，例如 #设计。",
    },
    "no-address": {
      title: ({ typed }) => `“${typed}”不是电子邮件地址`,
      text: "请输入完整的地址，例如 bo@contoso.com，并用逗号分隔多个地址。",
    },
    "room-too-long": {
      title: "房间名称太长",
      text: plural("zh-CN", "最多 {count, plural, other {# 个字符}}。"),
    },
    "two-rooms": {
      title: "哪个房间？",
      text: ({ first, second }) => `你输入了 #${first} 和 #${second}。`,
    },
    "room-and-here": {
      title: "房间还是话题？",
      text: ({ room }) => `你同时指定了 #${room} 和此话题。`,
    },
    "too-many-people": {
      title: "人数太多",
      text: plural(
        "zh-CN",
        "一次最多可邀请 {count, plural, other {# 人}}。其他人可以通过链接加入。",
      ),
    },
  },
  solve: {
    day: "日期",
    time: "时间",
    minutes: "时长",
    setTime: "设置时间",
    setLength: "设置时长",
    withoutTime: "不设固定时间",
    useName: "使用此名称创建",
    thread: "此话题",
    room: ({ name }) => `使用 #${name}`,
    firstPeople: plural("zh-CN", "{count, plural, other {邀请前 # 人}}"),
  },
  rename: {
    title: ({ subject }) => `“${subject}”要改成什么名称？`,
    text: "请输入会议名称。",
    name: "名称",
    button: "重命名",
  },
  move: {
    title: ({ subject }) => `“${subject}”要改到什么时间？`,
    text: "请选择日期和时间。",
    button: "更改时间",
  },
  thread: {
    title: "当前不在话题中",
    none: "要使用“在这里”，请在话题中回复。",
    noneInChat: "只有频道中才有话题。",
    meet: { channel: "在此频道开会", chat: "在此聊天开会" },
    use: { channel: "使用此频道的会议", chat: "使用此聊天的会议" },
  },
};
