import type { search as english } from "../en/search";

export const search: typeof english = {
  search: {
    nothing:
      "这里还没有会议，你最近也没有请求过会议。键入名称和时间，例如“迭代评审 明天下午3点”，然后选择它即可创建。",
    noMatch:
      "在这里你能看到的会议中，没有名称包含所有这些词的会议。请减少词语，或键入名称和时间（例如“迭代评审 明天下午3点”）来创建会议。",
    offer: {
      title: ({ text }) => `开会：${text}`,
      text: "选择此项即可创建会议，或获取这里已有的会议。在此之前不会创建任何内容。",
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
