import type { cards as english } from "../en/cards";
import type { Incomplete } from "../messages";
import { plural } from "../plural";

export const cards: Incomplete<typeof english> = {
  card: {
    join: "加入",
    refresh: "刷新",
    calendar: "日历",
    addToCalendar: "添加到日历",
    options: "选项",
    newLink: "新链接",
    cancelMeeting: "取消会议",
    untitled: "会议",
    others: plural("zh-CN", "{count, plural, other {另外 # 人}}"),
    comma: "、",
    inRole: {
      presenter: ({ name }) => `${name}（演示者）`,
      coorganizer: ({ name }) => `${name}（共同组织者）`,
      host: ({ name }) => `${name}（组织者）`,
    },
    somebody: "有人",
    phone: ({ number }) => `电话：${number}`,
    tollFree: ({ number }) => `电话（免费）：${number}`,
    conferenceId: ({ id }) => `电话会议 ID：${id}`,
    understood: ({ text }) => `理解为：${text}`,
    expires: {
      standing: ({ date }) => `链接将于 ${date}过期。选择“刷新”即可保留。`,
      scheduled: ({ date }) => `链接将于 ${date}过期。更改会议时间即可保留。`,
    },
    noLink: "Teams 未返回链接。请选择“刷新”重试。",
    calendarLocation: "Microsoft Teams",
    calendarJoin: "加入会议",
    summary: ({ subject, when }) => `${subject}：${when}`,
    preparingTitle: "正在准备回复",
    restarting: "Rendezvous 在得到结果之前重新启动了。没有丢失任何内容：请在一分钟后重试。",
    preparingText: "它稍后会显示在这里，无需其他操作。",
    dialIn: "电话拨入",
    noFixedTime: "无固定时间",
    timeInZone: ({ time, zone }) => `${time}（${zone}）`,
    status: { "new-link": "新链接", cancelled: "已取消" },
    moreNames: ({ count }) => `+${count}`,
    location: {
      "channel-untied": "会议聊天与此频道相互独立。",
      personal: "你自己的会议，可与任何人共享链接。",
      person: "你自己的会议：Teams 不会告知应用这是哪个聊天。可与任何人共享链接。",
      elsewhere: "来自其他频道或聊天",
      thread: "此话题的会议",
    },
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
    separate: {
      text: ({ subject }) => `要创建单独的会议，还是为所有人更新“${subject}”？`,
      room: ({ name }) => `单独的会议将使用自己的房间 #${name}。`,
      create: "创建单独的会议",
    },
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
    title: { channel: "此频道中的会议", chat: "此聊天中的会议" },
    none: "还没有会议。",
    own: "主会议",
    named: ({ name }) => `#${name}`,
    thread: "话题的会议",
    joinRoom: ({ room }) => `加入 ${room}`,
    more: plural("zh-CN", "{count, plural, other {另有 # 个}}"),
    zone: ({ zone }) => `时区：${zone}`,
  },
  cancelledCard: {
    title: ({ subject }) => `已取消：${subject}`,
    byName: ({ name, when }) => `由 ${name} 取消 · ${when}`,
    bySomebody: ({ when }) => `已取消 · ${when}`,
    startAgain: "创建新会议",
  },
  echo: {
    nowFor: ({ length }) => `现在开始 ${length}`,
    here: "此话题",
  },
  links: {
    copy: "复制链接",
    copyCard: {
      title: "会议链接",
      label: "复制此链接",
      text: "在 Teams 中，链接会显示会议卡片；在其他地方会打开会议。",
    },
    dead: {
      unknown: {
        title: "此链接没有对应的会议",
        text: "链接可能没有复制完整。",
        next: "在 Teams 中，选择会议卡片上的“复制链接”。",
      },
      ended: {
        title: "此链接已失效",
        text: "会议已取消，或已改用新链接。",
        next: "在 Teams 中，选择会议卡片上的“刷新”。",
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
