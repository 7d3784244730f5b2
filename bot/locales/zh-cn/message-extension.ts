import type { messageExtension as english } from "../en/message-extension";
import type { Incomplete } from "../messages";

export const messageExtension: Incomplete<typeof english> = {
  extensionCommands: {
    meet: { title: "开会", description: "把此对话的会议放入消息，并附上名称、时间和人员。" },
    meetAbout: {
      title: "就此开会",
      description: "此对话的会议，以消息的第一行为名称，并邀请相关人员。",
    },
    meetings: {
      title: "会议",
      description: "查找此对话的会议和你自己的会议，或按你输入的内容创建一个。",
      parameter: {
        title: "名称或请求",
        description: "名称的一部分，或类似“评审 明天下午3点”的请求。",
      },
    },
  },
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
    otherLength: "其他…",
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
  search: {
    nothing:
      "这里还没有会议，你最近也没有请求过会议。键入名称和时间，例如“迭代评审 明天下午3点”，然后选择它即可创建。",
    noMatch:
      "在这里你能看到的会议中，没有名称包含所有这些词的会议。请减少词语，或键入名称和时间（例如“迭代评审 明天下午3点”）来创建会议。",
    offer: {
      title: ({ text }) => `开会：${text}`,
      text: "选择此项即可创建会议，或获取这里已有的会议。在此之前不会创建任何内容。",
      card: "尚未创建任何内容。按“开会”即可创建会议，或获取这里已有的会议。",
      bare: "未创建任何内容：Teams 只是把此项放进了消息。请在电脑版 Teams 中重新选择它。",
    },
    places: {
      channel: "另一个频道",
      "group-chat": "另一个群聊",
      "meeting-chat": "另一个会议的聊天",
      personal: "你与 Rendezvous 的聊天",
      person: "你自己的",
    },
    asked: ({ time }) => `你的请求：${time}`,
    notOurs:
      "此结果不是在此对话中为你提供的，因此未执行任何操作。请在这里重新搜索，并从找到的结果中选择。",
    expired: "此结果已超过 10 分钟，因此未执行任何操作。请重新搜索，并从找到的结果中选择。",
    unchanged: {
      conversation:
        "这里已有会议，因此未做任何更改。要更改它，请将 Rendezvous 添加到此对话，然后再次选择相同的内容。",
      own: "你已有此会议，因此未做任何更改。如果需要另一个会议，请在键入的内容中加上房间名称，例如“#设计”。",
    },
    slow: "正在创建你的会议，还需要一点时间。请稍后再次打开“会议”：它会出现在列表中。",
  },
};
