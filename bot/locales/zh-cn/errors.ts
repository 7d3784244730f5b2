import type { errors as english } from "../en/errors";
import type { Incomplete } from "../messages";

export const errors: Incomplete<typeof english> = {
  reference: ({ reference }) => `供支持人员使用的参考编号：${reference}`,
  errors: {
    badTimes: () => "时间前后不一致，因此未做任何更改。请给出开始时间，以及晚于它的结束时间。",
    refused: () =>
      "Teams 无法为此对话创建会议。未做任何更改。请重试；如果问题仍然存在，请将下面的参考编号告知 Teams 管理员。",
    appNotTrusted: () =>
      "Rendezvous 无法登录到 Microsoft 365，因此未做任何更改。请 Teams 管理员检查其凭据，然后重试。",
    signInNeeded: () =>
      "此操作以你本人的名义进行，而你的登录已失效。未做任何更改。请键入“@Rendezvous 登录”，然后重试。",
    signInRefused: () =>
      "这不是你本人的登录，或者 Microsoft 365 未接受它，因此未做任何更改。请键入“@Rendezvous 登录”，并使用你在 Teams 中的帐户登录；如果问题仍然存在，请将下面的参考编号告知 Teams 管理员。",
    consentMissing: () =>
      "你或 Teams 管理员尚未允许 Rendezvous 以你的名义创建会议。未做任何更改。请键入“@Rendezvous 登录”，点击“登录”并同意，然后重试。",
    onlyHost: () =>
      "只有组织者可以执行此操作，因为它以组织者本人的名义进行。未做任何更改。请联系组织者；如果你有权限，也可以键入“@Rendezvous 换链接”，获得由你组织的新链接。",
    permissionMissing: () =>
      "你的组织尚未允许 Rendezvous 创建会议。未做任何更改。请 Teams 管理员同意授予权限 OnlineMeetings.ReadWrite.All，然后重试。",
    policyMissing: () =>
      "你的组织尚未允许 Rendezvous 以你的名义创建会议。未做任何更改。请 Teams 管理员为你分配应用程序访问策略（最多需要 30 分钟生效）；或者请已有此策略的同事先键入“@Rendezvous 会议”。",
    notParticipant: () =>
      "Teams 没有向组织者显示此会议。未做任何更改。请再次键入“@Rendezvous 会议”；如果问题仍然存在，请将下面的参考编号告知 Teams 管理员。",
    organizerUnknown: () =>
      "Teams 不允许你的帐户组织会议：来宾和没有 Teams 许可证的人员不能组织会议。未做任何更改。请组织中的成员键入“@Rendezvous 会议”，之后你也可以加入该会议。",
    serviceOrganizerRefused: () =>
      "这里组织所有会议的帐户目前无法组织会议。未做任何更改。请 Teams 管理员检查 ORGANIZER 设置中指定的帐户，然后重试。",
    hostRefused: () =>
      "Teams 不再允许此会议的组织者操作它：该帐户已不存在、没有 Teams 许可证或不再获得授权。未做任何更改。键入“@Rendezvous 会议”，会议将由你组织并使用新的链接继续。",
    meetingGone: () =>
      "Teams 中已没有此对话的会议，也未能另建一个。未做任何更改。请在一分钟后重试。",
    throttled: ({ wait }) => `Teams 正忙，请稍候。未做任何更改。请在${wait ?? "一分钟"}后重试。`,
    graphUnavailable: () => "目前无法连接到 Teams。没有丢失任何内容：请在一分钟后重试。",
    graphSlow: () => "Teams 响应时间过长。没有丢失任何内容：请在一分钟后重试。",
    badAnswer: () =>
      "Teams 没有返回可用的会议链接。未做任何更改。请在一分钟后重试；如果问题仍然存在，请将下面的参考编号告知 Teams 管理员。",
    rosterUnavailable: () =>
      "目前无法从 Teams 得知谁可以更改此会议。未做任何更改。请在一分钟后重试；在此期间，组织者仍可以更改。",
    recordUnreadable: () =>
      "此版本的 Rendezvous 无法读取它为此对话保存的数据。未做任何更改；请将下面的参考编号告知 Teams 管理员以获取帮助。",
    storeUnavailable: () =>
      "Rendezvous 无法访问自己的记录。没有丢失任何内容：请在一分钟后重试；如果问题仍然存在，请将下面的参考编号告知 Teams 管理员。",
    unexpected: () =>
      "出了点问题。没有丢失任何内容：请重试；如果问题仍然存在，请将下面的参考编号告知 Teams 管理员。",
  },
};
