import type { signIn as english } from "../en/sign-in";
import type { Incomplete } from "../messages";
import { spaced } from "./spaced";

export const signIn: Incomplete<typeof english> = {
  signIn: {
    ask: "请登录，以便 Rendezvous 以你的名义创建会议。在 15 分钟内登录，你的请求会自动继续。",
    button: "登录",
    waiting: ({ name }) => spaced`正在等待 ${name} 登录。`,
    unreachable: ({ name }) =>
      `${name}，请先登录：在与 Rendezvous 的聊天中发送“登录”，然后重新提出请求。`,
    signedIn: "你已登录。",
    signedInWithNothingToDo: "你已登录。如果之前提出过请求，请重新发送。",
    answered: "你已登录。请在提出请求的地方查看回复。",
    notNeeded: "无需登录：你的组织不需要登录即可使用 Rendezvous。",
    signedOut: "你已注销。由你组织的会议不受影响。",
    notSignedIn: "你当前未登录。",
    tooLate: "你的请求已超过 15 分钟，现已过期。请重新发送。",
    notCompleted: "你尚未登录。请再次选择“登录”。",
    failures: {
      notInstalled:
        "Teams 无法为你登录，因为你还没有 Rendezvous 应用。请在 Teams 的“应用”中添加，然后选择“登录”。",
      notAccepted:
        "Teams 无法为你登录。请选择“登录”重试。如果问题仍然存在，请让管理员检查“公开 API”下的应用程序 ID URI。",
      other: "Teams 无法自动为你登录。请选择“登录”。",
    },
  },
  signInPage: {
    close: "关闭",
    working: {
      title: "正在登录…",
      text: "请稍候。",
      next: "如果一分钟内没有反应，请关闭此窗口，然后在 Teams 中再次选择“登录”。",
    },
    done: {
      title: "你已登录",
      text: "Rendezvous 会在 Teams 中继续处理你的请求。",
      next: "你可以关闭此窗口。",
    },
    outside: {
      title: "请从 Teams 打开此页面",
      text: "只能从 Teams 登录 Rendezvous。",
      next: "请关闭此窗口，在 Teams 中向 Rendezvous 发送“登录”，然后选择“登录”。",
    },
    unheard: {
      title: "Teams 没有响应",
      text: "你已通过 Microsoft 登录，但此窗口无法通知 Teams。",
      next: "请关闭此窗口，在 Teams 中向 Rendezvous 发送“登录”，然后再次选择“登录”。",
    },
    declined: {
      title: "你没有登录",
      text: "Rendezvous 需要你授权，才能以你的名义创建会议。",
      next: "要重试，请关闭此窗口，在 Teams 中选择“登录”并接受。",
    },
    approval: {
      title: "需要管理员批准",
      text: "在你的组织中，只有管理员可以向 Rendezvous 授予此权限。",
      next: "请让管理员批准 Rendezvous 的权限，然后在 Teams 中再次选择“登录”。",
    },
    mismatch: {
      title: "此次登录已失效",
      text: "登录是在其他窗口中开始的，或者已经完成。",
      next: "请关闭此窗口，然后在 Teams 中再次选择“登录”。",
    },
    refused: {
      title: "Microsoft 无法为你登录",
      text: "Microsoft 登录页面报告了错误。",
      next: "请关闭此窗口，然后在 Teams 中再次选择“登录”。如果问题仍然存在，请将此代码发给管理员：",
    },
    broken: {
      title: "此浏览器阻止了登录",
      text: "浏览器不允许此页面存储安全登录所需的数据。",
      next: "请允许此网站存储数据，或使用其他浏览器或 Teams 应用，然后再次选择“登录”。",
    },
    scriptless: {
      title: "登录需要启用 JavaScript",
      text: "此浏览器已关闭 JavaScript。",
      next: "请允许此网站使用 JavaScript，关闭此窗口，然后在 Teams 中再次选择“登录”。",
    },
  },
};
