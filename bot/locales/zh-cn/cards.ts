import type { cards as english } from "../en/cards";
import type { Incomplete } from "../messages";
import { plural } from "../plural";

export const cards: Incomplete<typeof english> = {
  card: {
    join: "加入",
    refresh: "刷新",
    addToCalendar: "添加到日历",
    options: "选项",
    newLink: "新链接",
    cancelMeeting: "取消会议",
    untitled: "会议",
    openAnyTime: "随时可以加入",
    hostedBy: ({ name }) => `组织者：${name}`,
    with: ({ people }) => `参与者：${people}`,
    alsoWith: ({ people }) => `其他受邀者：${people}`,
    others: plural("zh-CN", "{count, plural, other {另外 # 人}}"),
    comma: "、",
    inRole: {
      presenter: ({ name }) => `${name}（演示者）`,
      coorganizer: ({ name }) => `${name}（共同组织者）`,
    },
    somebody: "有人",
    belongsTo: {
      channel: "已与此频道关联",
      "channel-untied": "用于此频道，但聊天是单独的：Teams 没有将会议与频道关联",
      "group-chat": "用于此群聊",
      "meeting-chat": "用于此会议聊天",
      personal: "你自己的会议：可以与任何人共享链接",
      person: "你自己的会议：Teams 没有告知这是哪个聊天。可以与任何人共享链接",
    },
    roomBelongsTo: {
      channel: ({ name }) => `此频道的房间 #${name}`,
      "channel-untied": ({ name }) =>
        `此频道的房间 #${name}，但聊天是单独的：Teams 没有将会议与频道关联`,
      "group-chat": ({ name }) => `此群聊的房间 #${name}`,
      "meeting-chat": ({ name }) => `此会议聊天的房间 #${name}`,
      personal: ({ name }) => `你自己的房间 #${name}：可以与任何人共享链接`,
      person: ({ name }) =>
        `你自己的房间 #${name}：Teams 没有告知这是哪个聊天。可以与任何人共享链接`,
    },
    thread: "此话题专用的会议",
    threadUntied: "此话题专用的会议，但聊天是单独的：Teams 没有将会议与频道关联",
    phone: ({ number }) => `电话：${number}`,
    tollFree: ({ number }) => `电话（免费）：${number}`,
    conferenceId: ({ id }) => `电话会议 ID：${id}`,
    understood: ({ text }) => `理解为：${text}`,
    expires: {
      standing: ({ date }) => `此链接将于 ${date}失效；如果在此之前有人使用此卡片，则会继续有效。`,
      scheduled: ({ date }) =>
        `此链接将于 ${date}失效；要保留它，请键入“@Rendezvous 改时间”和新的时间。`,
    },
    noLink: "Teams 没有提供可以安全打开的链接。请点击“刷新”重新获取。",
    calendarLocation: "Microsoft Teams",
    calendarJoin: "加入会议",
    summary: ({ subject, when }) => `${subject}：${when}`,
    preparingTitle: "正在准备回复",
    restarting: "Rendezvous 在得到结果之前重新启动了。没有丢失任何内容：请在一分钟后重试。",
    preparingText: "它稍后会显示在这里，无需其他操作。",
  },
  changeCard: {
    title: "已经有一个会议",
    text: ({ subject }) => `要为所有人更新“${subject}”，还是保持不变？链接不会改变。`,
    now: "当前",
    asked: "更改为",
    nobody: "尚未邀请任何人",
    add: ({ people }) => `添加 ${people}`,
    update: "更新",
    keep: "保持不变",
  },
  confirmCard: {
    newLink: {
      title: ({ subject }) => `要为“${subject}”换一个新链接吗？`,
      text: ({ name }) =>
        `此后，这里的所有人都会得到新链接。旧链接不会关闭：仍有旧链接的人可以在那里开会，但那不再是此对话的会议。\n10 分钟内可以确认此操作的人：${name}。`,
      confirm: "生成新链接",
    },
    cancel: {
      title: ({ subject }) => `要取消“${subject}”吗？`,
      text: ({ name }) =>
        `会议将被删除，其链接对所有人失效。大家已添加到日历的内容会保留。\n10 分钟内可以确认此操作的人：${name}。`,
      confirm: "取消会议",
    },
    whoAsked: "发起请求的人",
    back: "返回",
  },
  optionsCard: {
    title: "会议选项",
    notKnown: "未知",
    lobby: {
      label: "谁可以绕过大厅",
      choices: {
        everyone: "所有人",
        organizationAndFederated: "我的组织和受信任组织中的人员以及来宾",
        organization: "我的组织中的人员和来宾",
        organizationExcludingGuests: "我的组织中的人员，不包括来宾",
        invited: "仅受邀人员",
        organizer: "仅组织者",
      },
    },
    presenters: {
      label: "谁可以演示",
      choices: {
        everyone: "所有人",
        organization: "我的组织中的人员",
        roleIsPresenter: "仅被指定为演示者的人员",
        organizer: "仅组织者",
      },
    },
    chat: {
      label: "会议聊天",
      choices: { enabled: "打开", limited: "仅在会议期间", disabled: "关闭" },
    },
    recording: {
      label: "自动录制",
      choices: { true: "是", false: "否" },
    },
    save: "保存",
    back: "返回",
  },
  roomsCard: {
    title: "此对话的会议",
    none: "此对话还没有会议。键入“@Rendezvous 会议”可创建一个；键入“@Rendezvous 会议 #设计”可在单独的房间中创建一个。",
    own: "主会议",
    named: ({ name }) => `#${name}`,
    thread: "话题专用的会议",
    joinRoom: ({ room }) => `加入 ${room}`,
    more: plural("zh-CN", "{count, plural, other {还有 # 个}}"),
    zone: ({ zone }) => `时区：${zone}`,
  },
  cancelledCard: {
    title: "会议已取消",
    byName: ({ subject, name, when }) => `${name} 于 ${when}取消了“${subject}”。`,
    bySomebody: ({ subject, when }) => `“${subject}”已于 ${when}取消。`,
    when: ({ moment, zone }) => `${moment}（${zone}）`,
    startAgain: "重新创建",
  },
  echo: {
    time: ({ time, zone }) => `${time} ${zone}`,
    nowFor: ({ length }) => `现在开始 ${length}`,
    here: "此话题",
  },
  links: {
    elsewhere: "属于另一个对话",
    roomElsewhere: ({ name }) => `另一个对话的房间 #${name}`,
    copy: "复制链接",
    copyCard: {
      title: "此会议的链接",
      label: "要复制的链接",
      text: "复制后即可转发。粘贴到 Teams 中会显示会议卡片；在其他地方则会打开会议。使用“新链接”或“取消会议”后，此链接将失效。",
    },
    dead: {
      unknown: {
        title: "此链接没有对应的会议",
        text: "链接可能没有复制完整。",
      },
      ended: {
        title: "此链接已失效",
        text: "会议已取消，或已改用新链接。",
      },
      unavailable: {
        title: "目前无法查询此链接",
        text: "没有丢失任何内容，链接也没有改变。",
        next: "请在一分钟后重新打开。",
      },
    },
  },
  privately: {
    postHere: "发布到此处",
    posted: "已发布：这里的所有人现在都能看到会议卡片。",
    notPosted: "Teams 未接受该卡片，因此没有发布任何内容。请稍等一分钟后再次点击“发布到此处”。",
    postedBy: ({ name }: { name: string }) => `由 ${name} 发布。`,
    elsewhere:
      "这是你在另一个对话中私下提出的请求。Teams 无法在那里只向你一人显示答复，因此放在这里。要更改会议，请在那个对话中发送“@Rendezvous”。",
  },
};
