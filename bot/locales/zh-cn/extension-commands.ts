import type { extensionCommands as english } from "../en/extension-commands";

export const extensionCommands: typeof english = {
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
};
