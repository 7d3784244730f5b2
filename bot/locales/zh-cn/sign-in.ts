import type { signIn as english } from "../en/sign-in";
import type { Incomplete } from "../messages";

export const signIn: Incomplete<typeof english> = {
  signIn: {
    ask: "Rendezvous 以你本人的名义创建会议，因此你需要先登录。在 15 分钟内登录后，你的请求会自动完成。",
    button: "登录",
    waiting: ({ name }) => `${name} 需要先登录。之后会在此处显示答复。`,
    unreachable: ({ name }) =>
      `${name}，这里无法向你显示登录按钮，因此尚未执行任何操作。请在与 Rendezvous 的单独聊天中发送“登录”，然后在此处再次提出请求。`,
    signedIn: "你已登录。",
    signedInWithNothingToDo: "你已登录。如果你之前提出过请求，请再次键入。",
    answered: "你已登录，答复在你提出请求的对话中。",
    notNeeded: "这里无需登录：Rendezvous 不需要登录即可创建会议。",
    signedOut: "你已注销：Rendezvous 已清除你的登录信息。你组织的会议保持不变。",
    notSignedIn: "你之前没有登录，因此没有需要清除的登录信息。",
    tooLate: "你在提出请求 15 分钟之后才登录，因此未执行任何操作。请再次键入。",
    notCompleted: "登录未完成，因此尚未执行任何操作。请再次点击“登录”，或键入“@Rendezvous 登录”。",
    failures: {
      notInstalled:
        "由于没有为你添加 Rendezvous，Teams 无法让你登录。尚未执行任何操作。请在 Teams 的“应用”中添加 Rendezvous，然后点击“登录”。",
      notAccepted:
        "Teams 不接受 Rendezvous 的登录请求。尚未执行任何操作。请点击“登录”；如果仍然不行，请 Teams 管理员检查应用注册：“公开 API”下的应用程序 ID URI 必须与应用包中的一致。",
      other:
        "Teams 无法自动让你登录。尚未执行任何操作。请点击“登录”，或在一分钟后键入“@Rendezvous 登录”。",
    },
  },
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
