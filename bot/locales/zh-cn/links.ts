import type { links as english } from "../en/links";

export const links: typeof english = {
  links: {
    elsewhere: "属于另一个对话",
    roomElsewhere: ({ name }) => `另一个对话的房间 #${name}`,
    copy: "复制链接",
    copyCard: {
      title: "此会议的链接",
      label: "要复制的链接",
      text: "复制后即可转发。粘贴到 Teams 中会显示会议卡片；在其他地方则会打开会议。使用“新链接”或“取消会议”后，此链接将失效。",
    },
    dead: {
      unknown: {
        title: "此链接没有对应的会议",
        text: "链接可能没有复制完整。",
        next: "请重新复制完整的链接，或在 Teams 的对话中键入“@Rendezvous 会议”：对话中的所有人都会得到该会议。",
      },
      ended: {
        title: "此链接已失效",
        text: "会议已取消，或已改用新链接。",
        next: "请在 Teams 中该会议所属的对话里键入“@Rendezvous 会议”：对话中的所有人都会得到有效的链接。",
      },
      unavailable: {
        title: "目前无法查询此链接",
        text: "没有丢失任何内容，链接也没有改变。",
        next: "请在一分钟后重新打开。",
      },
    },
  },
};
