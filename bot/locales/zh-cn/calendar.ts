import type { calendar as english } from "../en/calendar";
import type { Incomplete } from "../messages";
import { spaced } from "./spaced";

export const calendar: Incomplete<typeof english> = {
  /** The card of a meeting that was created elsewhere. */
  attachedCard: {
    by: ({ name }) => spaced`由 ${name} 关联`,
    ofChat: "此聊天的会议",
    /** The button. */
    detach: "取消关联",
    setElsewhere: "此会议不是通过 Rendezvous 创建的，请在其所在的日历中更改。",
  },
  attach: {
    button: "使用此会议",
    offer: {
      title: "要在此处使用这个 Teams 会议吗？",
      text: ({ name }) =>
        spaced`所有发送“会议”的人都会得到此链接。\n只有 ${name} 可以确认，10 分钟内有效。`,
    },
    replace: {
      title: ({ subject }) => `要用此会议替换“${subject}”吗？`,
      text: ({ name }) =>
        spaced`所有人都会得到新链接。选择“取消关联”可恢复当前会议。\n只有 ${name} 可以确认，10 分钟内有效。`,
    },
    already: "此处已在使用这个会议。",
    chatUnknown: "Teams 未提供此聊天对应的会议，因此另建了一个会议。",
    nothingAttached: "此处没有关联的会议。",
    detached: ({ name }) => spaced`${name} 已取消关联。`,
    isOfChat: "这是此聊天本身的会议，无法取消关联。如需其他会议，请使用 #房间。",
    onlyMembers: "只有此组织的成员可以关联会议。请联系其中一位成员。",
    problems: {
      none: {
        title: "哪个会议？",
        text: "请在命令后粘贴会议的加入链接：关联 https://…",
      },
      "safe-link": {
        title: "此链接已被安全筛选器改写",
        text: "请打开它，然后复制浏览器中显示的加入链接。",
      },
      "not-teams": {
        title: "这不是 Teams 会议的链接",
        text: "请从邀请中复制加入链接。个人版 Teams 的会议无法关联。",
      },
    },
  },
  calendarLinks: {
    outlook: "Outlook",
    file: "日历文件",
    subscribe: "订阅",
    label: "日历地址",
    text: "订阅会自动同步会议更改，文件则不会。在 Google 日历或 Outlook 中，粘贴该地址即可订阅。",
    onlyNext: "Outlook 只会添加下一次会议，文件和订阅则包含所有会议。",
  },
};
