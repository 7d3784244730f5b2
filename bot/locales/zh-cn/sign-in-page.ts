import type { signInPage as english } from "../en/sign-in-page";

export const signInPage: typeof english = {
  signInPage: {
    close: "关闭",
    working: {
      title: "请稍候",
      text: "Rendezvous 正在通过 Microsoft 为你登录。",
      next: "如果一分钟内没有反应，请关闭此窗口，然后在 Teams 中再次点击“登录”。",
    },
    done: {
      title: "你已登录",
      text: "已通知 Teams，你的请求会继续处理。",
      next: "可以关闭此窗口。",
    },
    outside: {
      title: "请从 Teams 打开此页面",
      text: "此页面用于登录 Rendezvous，只有由 Teams 打开时才能使用。",
      next: "请关闭此窗口，在 Teams 中向 Rendezvous 发送“登录”，然后点击“登录”。",
    },
    unheard: {
      title: "Teams 没有回应",
      text: "你已通过 Microsoft 登录，但需要接收结果的 Teams 没有回应此窗口。",
      next: "请关闭此窗口，在 Teams 中向 Rendezvous 发送“登录”，然后再次点击“登录”。",
    },
    declined: {
      title: "你没有登录",
      text: "未允许 Rendezvous 以你的名义创建会议，因此没有执行任何操作。",
      next: "如果要登录，请关闭此窗口，在 Teams 中再次点击“登录”，然后选择接受。",
    },
    approval: {
      title: "需要管理员先同意",
      text: "在你的组织中，用户不能自行授予此权限。没有以你的名义执行任何操作。",
      next: "请让 Teams 管理员同意 Rendezvous 的权限，然后在 Teams 中再次点击“登录”。",
    },
    mismatch: {
      title: "此登录属于另一个窗口",
      text: "它是在别处开始的，或者已经结束，因此没有使用。",
      next: "请关闭此窗口，然后在 Teams 中再次点击“登录”。",
    },
    refused: {
      title: "Microsoft 未能让你登录",
      text: "登录页面报告了错误，因此没有以你的名义执行任何操作。",
      next: "请关闭此窗口，然后在 Teams 中再次点击“登录”。如果仍然如此，请把这个编号告诉 Teams 管理员：",
    },
    broken: {
      title: "无法在此浏览器中登录",
      text: "浏览器不允许此页面在你从 Microsoft 返回之前保存安全登录所需的内容。",
      next: "请允许此网站保存数据，或改用其他浏览器或 Teams 应用，然后再次点击“登录”。",
    },
    scriptless: {
      title: "登录需要 JavaScript",
      text: "此浏览器已禁用 JavaScript，因此没有执行任何操作。",
      next: "请允许此网站使用 JavaScript，关闭此窗口，然后在 Teams 中再次点击“登录”。",
    },
  },
};
