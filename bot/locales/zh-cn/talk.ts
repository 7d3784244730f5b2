import type { talk as english } from "../en/talk";
import type { Incomplete } from "../messages";
import { spaced } from "./spaced";

/** A channel's name, not a room's: "#设计会议" would read as another room. */
const ENDS_IN_CHINESE = /^[^#].*\p{Script=Han}$/u;

export const talk: Incomplete<typeof english> = {
  commands: {
    meet: {
      title: "会议",
      description: "在此频道或聊天中开会。可加上名称、时间、人员或 #房间。",
    },
    invite: { title: "邀请", description: "邀请他人参加会议。要移除某人，请输入“移除”。" },
    rooms: { title: "会议列表", description: "查看此频道或聊天的所有会议。" },
    new: { title: "换链接", description: "更换会议链接。会先让你确认。" },
    rename: { title: "重命名", description: "更改会议名称。" },
    move: { title: "改时间", description: "更改会议时间。" },
    options: { title: "选项", description: "设置谁可以绕过大厅、谁可以演示等。" },
    cancel: { title: "取消", description: "取消会议。会先让你确认。" },
    signin: { title: "登录", description: "登录，以便 Rendezvous 为你创建会议。" },
    signout: { title: "注销", description: "从 Rendezvous 注销。" },
    check: { title: "检查", description: "检查 Rendezvous 的配置是否正确。" },
    help: { title: "帮助", description: "查看 Rendezvous 的功能。" },
  },
  aliases: {
    meet: "开会 加入",
    invite: "邀请 添加",
    uninvite: "移除 取消邀请 移出",
    rename: "改名",
    move: "移动 改期 更改时间",
    cancel: "取消会议 删除 删除会议",
    attach: "关联 关联会议",
    detach: "取消关联 解除关联",
    skip: "跳过 略过",
    restore: "撤消跳过 撤销跳过 取消跳过",
    pause: "暂停",
    resume: "恢复 继续",
    signin: "登入",
    signout: "登出 退出",
    remind: "提醒",
    help: "说明",
  },
  meet: {
    button: "开会",
    now: "立即开会",
    schedule: "安排会议…",
    subjects: {
      channel: "频道会议",
      "group-chat": "群聊会议",
      "meeting-chat": "后续会议",
      personal: "个人会议",
      person: "个人会议",
      thread: "话题会议",
    },
    named: ({ name }) => (ENDS_IN_CHINESE.test(name) ? `${name}会议` : `${name} 会议`),
    organizerReplaced: ({ name }) =>
      spaced`之前的组织者已无法组织此会议。现在由 ${name} 担任组织者，链接已更换。`,
    organizerReplacedBySomebody:
      "之前的组织者已无法组织此会议。现在由另一位成员担任组织者，链接已更换。",
    meetingGone: "Teams 中已没有此会议，因此链接已更换。旧链接可能无法使用。",
    newLinkBy: ({ name }) => spaced`${name} 更换了链接。旧链接仍可使用。`,
    topicCut: "名称过长，已截断为 255 个字符。",
    notInvited: ({ names }) => spaced`无法邀请 ${names}：你的组织中没有此帐户。请将链接发给对方。`,
    notAsked: ({ names }) =>
      spaced`无法邀请 ${names}：Teams 没有响应。请稍后重试，或将链接发给对方。`,
    notCoOrganizers: ({ names }) =>
      `无法设为共同组织者：${names}。已改为以与会者身份邀请。组织者可以在会议选项中更改角色。`,
    create: "创建会议",
  },
  changed: {
    updated: ({ name }) => spaced`${name} 更新了会议。`,
    renamed: ({ name }) => spaced`${name} 更改了会议名称。`,
    moved: ({ name }) => spaced`${name} 更改了会议时间。`,
    optionsSaved: ({ name }) => spaced`${name} 更改了会议选项。`,
    startedAgain: ({ name }) => spaced`${name} 重新创建了会议，链接已更换。`,
    createdNext: ({ name }) => spaced`${name} 创建了新会议。之前的会议已取消。`,
  },
  noMeeting: {
    none: {
      channel: "此频道还没有会议。",
      "group-chat": "此聊天还没有会议。",
      "meeting-chat": "此聊天还没有后续会议。",
      personal: "此聊天还没有会议。",
      person: "你还没有会议。",
      thread: "此话题还没有会议。",
    },
    noRoom: ({ room }) => `房间 ${room} 不存在。`,
    createRoom: ({ room }) => `创建 ${room}`,
    superseded: "此会议的链接已更换。未做任何更改。",
  },
  invite: {
    who: "要邀请谁？",
    how: "请输入 @ 并选择姓名，或输入电子邮件地址，例如“邀请 bo@contoso.com”。",
    howAlone: "请输入电子邮件地址，例如“邀请 bo@contoso.com”，或选择“编辑”。",
    unclear: ({ typed }) => `无法确定“${typed}”是谁。`,
  },
  uninvite: {
    hostStays: "无法移除组织者。未做任何更改。",
    who: "要移除谁？",
    how: "请输入 @ 并选择姓名，或输入电子邮件地址，例如“移除 bo@contoso.com”。",
    howAlone: "请输入电子邮件地址，例如“移除 bo@contoso.com”，或选择“编辑”。",
    notInvited: ({ name }) => spaced`此会议没有邀请 ${name}。`,
    noneInvited: ({ names }) => spaced`此会议没有邀请 ${names}。`,
  },
  permission: {
    manageOwners: ({ names }) =>
      spaced`只有组织者、会议创建者或团队所有者可以执行此操作。未做任何更改。请联系 ${names}。`,
    manageOrganizer: ({ names }) =>
      spaced`只有组织者或会议创建者可以执行此操作。未做任何更改。请联系 ${names}。`,
    manageMembers: ({ names }) =>
      spaced`只有组织中的人员可以执行此操作。未做任何更改。请联系 ${names}。`,
    change: ({ names }) =>
      spaced`只有会议所属组织中的人员可以更改会议。未做任何更改。请联系 ${names}。`,
    onlyHost: ({ name }) =>
      spaced`只有组织者 ${name} 可以执行此操作。未做任何更改。请联系 ${name}。如果组织者已离开，请向 Rendezvous 发送“换链接”，由你担任组织者。`,
    onlyHostUnnamed:
      "只有组织者可以执行此操作。未做任何更改。请联系组织者。如果组织者已离开，请向 Rendezvous 发送“换链接”，由你担任组织者。",
    somebodyElse: "会议创建者",
  },
  confirmation: {
    notYours: ({ name }) =>
      spaced`只有 ${name} 可以确认此操作。未做任何更改。如果你也想执行，请自行发送命令。`,
    notYoursUnnamed:
      "只有提出请求的人可以确认此操作。未做任何更改。如果你也想执行，请自行发送命令。",
    expired: "此确认请求已超过 10 分钟，现已过期。未做任何更改。如果仍有需要，请重新发送命令。",
  },
  refresh: {
    superseded: "会议链接已更换。这是当前的会议。",
    gone: "Teams 中已没有此会议，链接可能无法使用。",
    notChecked: "Rendezvous 无法连接到 Teams，此信息可能不是最新的。链接没有改变。",
    unknown: "此会议已不存在。",
    unfinished: "此会议尚未创建。",
    slow: "Teams 响应较慢。请稍后再次选择“刷新”。",
  },
  actions: {
    tryAgain: "重试",
    buttonNotOurs: "此按钮在此频道或聊天中无法使用。要使用此处的会议，请向 Rendezvous 发送“会议”。",
    buttonUnknown: "此按钮来自其他版本的 Rendezvous。向 Rendezvous 发送“会议”即可获取新卡片。",
  },
  help: {
    button: "帮助",
    title: "有什么可以帮你的？",
    meet: {
      title: "现在就开会",
      text: {
        channel: "此频道的所有人都加入同一个会议。",
        chat: "此聊天的所有人都加入同一个会议。",
        personal: "这是你自己的会议，可以与任何人共享链接。",
      },
    },
    schedule: "设置名称、时间和与会者。",
    rooms: {
      button: "所有会议",
      title: "查找会议",
      text: {
        channel: "查看此频道的所有会议。",
        chat: "查看此聊天的所有会议。",
        personal: "查看你在此聊天中的会议。",
      },
    },
    type: {
      title: "也可以直接输入",
      typed: ({ time }) => `会议 迭代评审 明天${time} 45分钟 和 @Ana`,
    },
    more: "更多命令",
    room: {
      typed: "会议 #设计",
      text: "在单独的房间里再开一个会议。其他命令也可用于房间，例如“取消 #设计”。",
    },
    here: { typed: "会议 在这里", text: "在话题中输入，即可为该话题单独开一个会议。" },
    attach: {
      typed: "关联 https://…",
      text: "在此处使用日历中已有的会议。要恢复原会议，请输入“取消关联”。",
    },
    examples: {
      invite: "邀请 @Ana 作为演示者",
      rename: "重命名 迭代演示",
      move: ({ time }) => `改时间 明天${time}`,
    },
  },
  greeting: {
    title: "你好，我是 Rendezvous",
    text: "我为每个频道和聊天提供一个专属会议，大家加入的始终是同一个会议。",
    hint: ({ typed }) => `输入“${typed}”，看看我还能做什么。`,
  },
  unknownText: {
    didYouMean: ({ text }) => `你是想说“${text}”吗？`,
    yes: "是",
    question: "要创建此会议吗？",
    nothing: "抱歉，我没明白你的意思。选择“开会”可打开会议卡片，选择“帮助”可查看我能做什么。",
  },
  smallTalk: {
    hello: {
      channel: ({ typed }) => `你好！发送“${typed}”即可在此频道开会。`,
      "group-chat": ({ typed }) => `你好！发送“${typed}”即可在此聊天开会。`,
      "meeting-chat": ({ typed }) => `你好！发送“${typed}”即可创建后续会议。`,
      personal: ({ typed }) => `你好！发送“${typed}”即可创建会议。`,
      person: ({ typed }) => `你好！发送“${typed}”即可创建会议。`,
    },
    welcome: "不客气。",
    okay: "好的。需要时随时找我。",
  },
  turnProblems: {
    "no-tenant": "无法确定此处属于哪个组织。请在你的组织的频道或聊天中重试。",
    "unknown-conversation":
      "Rendezvous 无法在此处使用。请在频道、群聊或与 Rendezvous 的聊天中重试。",
    "no-sender": "无法确定你的身份。请使用工作帐户登录，然后重试。",
  },
};
