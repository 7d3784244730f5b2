import type { signIn as english } from "../en/sign-in";

export const signIn: typeof english = {
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
};
