import type { messageExtension as english } from "../en/message-extension";
import type { Incomplete } from "../messages";

export const messageExtension: Incomplete<typeof english> = {
  extensionCommands: {
    meet: { title: "开会", description: "将此频道或聊天的会议添加到消息中。" },
    meetAbout: { title: "就此开会", description: "就这条消息创建会议。" },
    meetings: {
      title: "会议",
      description: "查找会议，或根据输入的内容创建会议。",
      parameter: {
        title: "搜索或创建",
        description: "会议名称，或“评审 明天下午3点”这样的请求。",
      },
    },
  },
  extension: {
    slow: "处理时间比平时长。请稍后重试。",
    preparingTitle: "仍在处理…",
    preparingText: "Teams 响应较慢。请稍后选择“刷新”。",
    unknown: "此对话框来自其他版本的 Rendezvous。请关闭并重新打开。",
  },
  meetForm: {
    title: "开会",
    existing: "已有会议，可按需更改。",
    topic: { label: "名称", hint: "迭代评审" },
    day: "日期",
    time: "开始时间",
    minutes: { label: "时长（分钟）", hint: "60" },
    otherLength: "其他…",
    repeat: {
      label: "重复",
      hint: "每周一和周四，到6月30日",
      once: "不重复",
      other: "自定义…",
    },
    invited: ({ names }) => `已邀请：${names}`,
    buttons: { continue: "继续", insert: "插入卡片" },
    people: { label: "邀请人员", hint: "搜索人员" },
    addresses: {
      label: "或通过电子邮件地址邀请",
      hint: "bo@contoso.com，chen@contoso.com",
    },
    room: { label: "房间", hint: "#设计" },
  },
  install: {
    title: "要在此处添加 Rendezvous 吗？",
    text: "会议已准备就绪。添加 Rendezvous 后，它可以发布会议卡片并保持更新。",
    button: "继续",
  },
  preview: {
    notYours: "只有打开此对话框的人可以发送，并且只能发送到原来的频道或聊天。请自行打开对话框。",
    expired: "此预览已超过一小时，现已过期。请重新打开对话框。",
    posted: "此卡片已发布。",
    cancelled: "此会议现已取消。要创建其他会议，请重新打开对话框。",
    perhapsPosted:
      "会议已准备就绪，但 Teams 未确认卡片是否已发布。如果没有看到卡片，请重新打开对话框。",
    notPosted: "会议已准备就绪，但 Teams 未能发布卡片。请稍后再次选择“发送”。",
  },
  search: {
    nothing: "还没有会议。要创建会议，请输入名称和时间，例如“迭代评审 明天下午3点”。",
    noMatch: "找不到会议。要创建会议，请输入名称和时间，例如“迭代评审 明天下午3点”。",
    offer: {
      title: ({ text }) => `创建：${text}`,
      text: "选择此项即可创建会议。",
      card: "此会议尚未创建。选择“创建会议”即可创建。",
      bare: "此会议尚未创建。请在电脑上的 Teams 中重新选择它。",
    },
    places: {
      channel: "其他频道",
      "group-chat": "其他群聊",
      "meeting-chat": "其他会议的聊天",
      personal: "你与 Rendezvous 的聊天",
      person: "你自己的会议",
    },
    asked: ({ time }) => `你的请求时间：${time}`,
    notOurs: "此结果不属于你，或来自其他频道或聊天。请重新搜索。",
    expired: "此结果已超过 10 分钟，现已过期。请重新搜索。",
    unchanged: {
      conversation: "已有会议。未做任何更改。要更改会议，请添加 Rendezvous，然后再次选择此项。",
      own: "你已有此会议。未做任何更改。要创建其他会议，请加上房间，例如“#设计”。",
    },
    slow: "你的会议即将准备就绪。请稍后再次打开“会议”，在列表中查找。",
  },
};
