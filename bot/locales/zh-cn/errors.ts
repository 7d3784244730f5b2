import type { errors as english } from "../en/errors";
import type { Incomplete } from "../messages";

export const errors: Incomplete<typeof english> = {
  reference: ({ reference }) => `参考编号：${reference}`,
  errors: {
    badTimes: () => "会议的结束时间必须晚于开始时间。未做任何更改。",
    refused: () => "Teams 未接受此请求。请重试。如果问题仍然存在，请将下面的参考编号发给管理员。",
    appNotTrusted: () => "Rendezvous 无法登录 Microsoft 365。请让管理员检查其凭据，然后重试。",
    signInNeeded: () => "你的登录已过期。请向 Rendezvous 发送“登录”，然后重试。",
    signInRefused: () =>
      "Microsoft 365 未接受你的登录。请向 Rendezvous 发送“登录”，并使用你的 Teams 帐户。如果问题仍然存在，请将下面的参考编号发给管理员。",
    consentMissing: () =>
      "Rendezvous 需要你授权才能创建会议。请向 Rendezvous 发送“登录”，选择“登录”并接受，然后重试。",
    onlyHost: () =>
      "只有组织者可以执行此操作。未做任何更改。请联系组织者，或向 Rendezvous 发送“换链接”，由你担任组织者。",
    permissionMissing: () =>
      "Rendezvous 还没有创建会议的权限。请让管理员授予 OnlineMeetings.ReadWrite.All 权限，然后重试。",
    policyMissing: () =>
      "你还不能通过 Rendezvous 组织会议。请让管理员为你分配应用程序访问策略，最长需要 30 分钟才能生效。也可以请同事创建会议。",
    notParticipant: () =>
      "Teams 未允许组织者访问此会议。请重试。如果问题仍然存在，请将下面的参考编号发给管理员。",
    organizerUnknown: () =>
      "你的帐户无法组织会议：来宾和没有 Teams 许可证的人员不能组织会议。请让同事创建会议，然后加入该会议。",
    serviceOrganizerRefused: () =>
      "在你的组织中担任会议组织者的帐户无法使用。请让管理员检查 ORGANIZER 中的帐户，然后重试。",
    hostRefused: () =>
      "组织者已无法管理此会议。未做任何更改。向 Rendezvous 发送“会议”，即可成为组织者并获取新链接。",
    meetingGone: () => "Teams 中已没有此会议，也未能重新创建。请稍后重试。",
    throttled: ({ wait }) => `Microsoft 365 正忙。请${wait ? `在${wait}后` : "稍后"}重试。`,
    tooFast: ({ wait = "1 分钟" }) => `操作过于频繁。请在${wait}后重试。`,
    graphUnavailable: () => "Rendezvous 无法连接到 Teams。请稍后重试。",
    microsoftDown: () => "Microsoft 365 目前没有响应。请稍后重试。",
    graphSlow: () => "Teams 响应超时。请稍后重试。",
    badAnswer: () =>
      "Teams 未返回可用的会议链接。请稍后重试。如果问题仍然存在，请将下面的参考编号发给管理员。",
    rosterUnavailable: () =>
      "Rendezvous 无法确认谁可以更改此会议。未做任何更改。请稍后重试，或联系组织者。",
    recordUnreadable: () =>
      "Rendezvous 无法读取此会议的数据。未做任何更改。请将下面的参考编号发给管理员。",
    storeUnavailable: () =>
      "Rendezvous 无法访问其存储。请稍后重试。如果问题仍然存在，请将下面的参考编号发给管理员。",
    unexpected: () => "出了点问题。请重试。如果问题仍然存在，请将下面的参考编号发给管理员。",
  },
};
