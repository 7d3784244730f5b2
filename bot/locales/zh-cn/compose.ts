import type { compose as english } from "../en/compose";

export const compose: typeof english = {
  extension: {
    slow: "Rendezvous 需要的时间超过了 Teams 的等待时间。没有丢失任何内容：请稍后重试同样的操作。",
    preparingTitle: "你的会议仍在准备中",
    preparingText: "Teams 的响应比平时慢。请稍后按“刷新”：无论请求多少次，会议只会创建一次。",
    unknown: "此对话框来自 Rendezvous 的另一个版本，因此没有执行任何操作。请重新打开。",
  },
  meetForm: {
    title: "开会",
    existing: "这是此对话的会议。按“开会”即可获得其卡片，也可以先更改内容。",
    topic: { label: "主题", hint: "冲刺评审" },
    day: "日期",
    time: "开始时间",
    minutes: { label: "时长（分钟）", hint: "60" },
    people: { label: "邀请人员", hint: "搜索人员" },
    addresses: { label: "或按地址邀请", hint: "bo@contoso.com，chen@contoso.com" },
    room: { label: "房间", hint: "例如 #design" },
  },
  install: {
    title: "将 Rendezvous 添加到此对话？",
    text: "会议已准备好。添加 Rendezvous 后，它可以发布会议卡片，并为所有人保持更新。按“继续”进行添加。",
    button: "继续",
  },
  preview: {
    notYours: "只有填写此对话框的人才能在同一对话中发送它。没有发布任何内容。请自己打开对话框。",
    expired: "此预览已超过一小时，因此没有发布任何内容。请重新打开对话框。",
    posted: "此卡片已经发布，因此没有重复发布。",
    cancelled: "此会议已在此期间取消，因此没有发布任何内容。要创建另一个会议，请重新打开对话框。",
    perhapsPosted:
      "Teams 没有告知卡片是否已发布。请查看它是否在对话中；如果没有，请重新打开对话框。会议已按你的要求设置。",
    notPosted:
      "暂时无法发布卡片。会议已按你的要求设置：请一分钟后再次按“发送”，或键入“@Rendezvous meet”。",
  },
};
