import type { privately as english } from "../en/private";

export const privately: typeof english = {
  privately: {
    postHere: "发布到此处",
    posted: "已发布：这里的所有人现在都能看到会议卡片。",
    notPosted: "Teams 未接受该卡片，因此没有发布任何内容。请稍等一分钟后再次点击“发布到此处”。",
    postedBy: ({ name }: { name: string }) => `由 ${name} 发布。`,
    elsewhere:
      "这是你在另一个对话中私下提出的请求。Teams 无法在那里只向你一人显示答复，因此放在这里。要更改会议，请在那个对话中发送“@Rendezvous”。",
  },
};
