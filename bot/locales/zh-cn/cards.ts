import type { cards as english } from "../en/cards";
import type { Incomplete } from "../messages";
import { plural } from "../plural";
import { spaced } from "./spaced";

export const cards: Incomplete<typeof english> = {
  card: {
    join: "加入",
    refresh: "刷新",
    calendar: "添加到日历",
    addToCalendar: "添加到日历",
    edit: "编辑",
    options: "选项",
    newLink: "更换链接",
    cancelMeeting: "取消会议",
    dialIn: "电话拨入",
    untitled: "会议",
    noFixedTime: "无固定时间",
    timeInZone: ({ time, zone }) => `${time}（${zone}）`,
    status: { "new-link": "新链接", cancelled: "已取消" },
    others: plural("zh-CN", "{count, plural, other {另外 # 人}}"),
    moreNames: ({ count }) => `另外 ${count} 人`,
    comma: "、",
    inRole: {
      host: ({ name }) => `${name}（组织者）`,
      presenter: ({ name }) => `${name}（演示者）`,
      coorganizer: ({ name }) => `${name}（共同组织者）`,
    },
    somebody: "有人",
    location: {
      "channel-untied": "会议聊天独立于此频道。",
      personal: "这是你自己的会议，可将链接发给任何人。",
      person: "这是你自己的会议，因为 Teams 不会告诉应用这是哪个聊天。可将链接发给任何人。",
      elsewhere: "来自其他频道或聊天",
      thread: "此话题的会议",
    },
    phone: ({ number }) => `电话：${number}`,
    tollFree: ({ number }) => `免费电话：${number}`,
    conferenceId: ({ id }) => `电话会议 ID：${id}`,
    understood: ({ text }) => `理解为：${text}`,
    expires: {
      standing: ({ date }) => `链接将于${date}过期。选择“刷新”可延长有效期。`,
      scheduled: ({ date }) => `链接将于${date}过期。更改会议时间可延长有效期。`,
    },
    notNotified: {
      one: ({ name }) => spaced`${name} 尚未收到通知。`,
      several: ({ names }) => spaced`${names} 尚未收到通知。`,
      someone: "有受邀者尚未收到通知。",
      email: "发邮件",
      joinByEmail: ({ link }) => `加入会议：${link}`,
    },
    invitedBy: ({ name }) => spaced`${name} 邀请你参加会议。`,
    invited: "你已受邀参加会议。",
    noLink: "Teams 未返回会议链接。请选择“刷新”重试。",
    calendarLocation: "Microsoft Teams",
    calendarJoin: "加入会议",
    summary: ({ subject, when }) => `${subject}：${when}`,
    preparingTitle: "正在处理…",
    restarting: "Rendezvous 在回复之前重新启动了。请稍后重试。",
    preparingText: "请稍候。",
    preparingOrTryAgain: "请稍候。如果一直没有变化，请选择“重试”。",
  },
  changeCard: {
    title: "已有会议",
    text: ({ subject }) => `要为所有人更新“${subject}”吗？链接保持不变。`,
    separate: {
      text: ({ subject }) => `要另建一个会议，还是为所有人更新“${subject}”？`,
      room: ({ name }) => `新会议将使用单独的房间 #${name}。`,
      create: "另建会议",
    },
    now: "当前",
    asked: "更改为",
    nobody: "未邀请任何人",
    add: ({ people }) => spaced`添加 ${people}`,
    update: "更新",
    keep: "保持不变",
  },
  confirmCard: {
    newLink: {
      title: ({ subject }) => `要更换“${subject}”的链接吗？`,
      text: ({ name }) =>
        spaced`更换后所有人都将使用新链接，但旧链接仍可使用。\n只有 ${name} 可以确认，10 分钟内有效。`,
      confirm: "更换链接",
    },
    cancel: {
      title: ({ subject }) => `要取消“${subject}”吗？`,
      text: ({ name }) =>
        spaced`链接将对所有人失效，但不会删除日历中已有的日程。\n只有 ${name} 可以确认，10 分钟内有效。`,
      confirm: "取消会议",
    },
    whoAsked: "提出请求的人",
    back: "返回",
  },
  scheduleCard: { title: "安排会议" },
  editCard: {
    title: "编辑会议",
    invited: "已邀请",
    remove: "取消勾选即可移除。",
  },
  optionsCard: {
    title: "会议选项",
    notKnown: "未知",
    lobby: {
      label: "谁可以绕过大厅",
      choices: {
        everyone: "所有人",
        organizationAndFederated: "我的组织、受信任的组织和来宾",
        organization: "我的组织和来宾",
        organizationExcludingGuests: "仅限我的组织",
        invited: "受邀人员",
        organizer: "仅限组织者",
      },
    },
    presenters: {
      label: "谁可以演示",
      choices: {
        everyone: "所有人",
        organization: "我的组织和来宾",
        roleIsPresenter: "特定人员",
        organizer: "仅限组织者",
      },
    },
    chat: {
      label: "会议聊天",
      choices: { enabled: "开启", limited: "仅会议期间", disabled: "关闭" },
    },
    recording: {
      label: "自动录制",
      choices: { true: "是", false: "否" },
    },
    save: "保存",
    back: "返回",
  },
  roomsCard: {
    title: { channel: "此频道的会议", chat: "此聊天的会议" },
    none: "还没有会议。",
    own: "主会议",
    named: ({ name }) => `#${name}`,
    thread: "话题会议",
    joinRoom: ({ room }) => spaced`加入 ${room}`,
    more: plural("zh-CN", "{count, plural, other {还有 # 个}}"),
    zone: ({ zone }) => `时区：${zone}`,
    unknownZone: ({ zone }) => `无法识别时区“${zone}”，因此时间以 UTC 显示。`,
  },
  cancelledCard: {
    title: ({ subject }) => `已取消：${subject}`,
    byName: ({ name, when }) => spaced`由 ${name} 取消 · ${when}`,
    bySomebody: ({ when }) => `已取消 · ${when}`,
    startAgain: "创建新会议",
  },
  echo: {
    nowFor: ({ length }) => `现在开始，${length}`,
    here: "此话题",
  },
  links: {
    copy: "复制链接",
    copyCard: {
      title: "会议链接",
      label: "复制此链接",
      text: "粘贴到 Teams 中会显示会议卡片，在其他地方打开则进入会议。",
    },
    dead: {
      unknown: {
        title: "此链接无效",
        text: "链接可能不完整。",
        next: "请重新复制完整的链接，或在 Teams 的会议卡片上选择“复制链接”。",
      },
      ended: {
        title: "此链接已失效",
        text: "会议已取消，或链接已更换。",
        next: "要获取当前链接，请在 Teams 的会议卡片上选择“刷新”。",
      },
      unavailable: {
        title: "暂时无法打开此链接",
        text: "Rendezvous 无法查询此链接。链接没有改变。",
        next: "请稍后重试。",
      },
    },
  },
  privately: {
    postHere: "发布到此处",
    posted: "已发布。现在所有人都能看到会议卡片。",
    notPosted: "Teams 未能发布卡片。请稍后再次选择“发布到此处”。",
    postedBy: ({ name }) => spaced`由 ${name} 发布。`,
    elsewhere: "在你提出请求的频道或聊天中，Teams 无法仅向你显示此内容。要更改会议，请返回那里。",
    notSaved: ({ problems }) =>
      `未保存任何内容。请在原处重新打开表单，并更正以下问题：\n${problems}`,
  },
};
