import type { cards as english } from "../en/cards";
import type { Incomplete } from "../messages";
import { plural } from "../plural";
import { SOMEBODY, toPoliteName, WHO_ASKED } from "./polite-name";

export const cards: Incomplete<typeof english> = {
  card: {
    join: "参加",
    refresh: "更新",
    calendar: "予定表",
    addToCalendar: "予定表に追加",
    options: "オプション",
    newLink: "新しいリンク",
    cancelMeeting: "会議をキャンセル",
    untitled: "会議",
    others: plural("ja", "{count, plural, other {ほか # 名}}"),
    comma: "、",
    inRole: {
      presenter: ({ name }) => `${name}（発表者）`,
      coorganizer: ({ name }) => `${name}（共同開催者）`,
      host: ({ name }) => `${name}（開催者）`,
    },
    somebody: SOMEBODY,
    phone: ({ number }) => `電話：${number}`,
    tollFree: ({ number }) => `電話（フリーダイヤル）：${number}`,
    conferenceId: ({ id }) => `電話会議 ID：${id}`,
    understood: ({ text }) => `読み取った内容：${text}`,
    expires: {
      standing: ({ date }) =>
        `リンクは${date}に期限切れになります。[更新] を選ぶと引き続き使えます。`,
      scheduled: ({ date }) =>
        `リンクは${date}に期限切れになります。会議の日時を変更すると引き続き使えます。`,
    },
    noLink: "Teams からリンクを取得できませんでした。[更新] を選んでもう一度お試しください。",
    calendarLocation: "Microsoft Teams",
    calendarJoin: "会議に参加",
    summary: ({ subject, when }) => `${subject}：${when}`,
    preparingTitle: "応答を準備しています",
    restarting:
      "応答する前に Rendezvous が再起動しました。1 分ほど待ってから、もう一度お試しください。",
    preparingText: "まもなくここに表示されます。このままお待ちください。",
    dialIn: "ダイヤルイン",
    noFixedTime: "時間の指定なし",
    timeInZone: ({ time, zone }) => `${time}（${zone}）`,
    status: { "new-link": "新しいリンク", cancelled: "キャンセル済み" },
    moreNames: ({ count }) => `ほか ${count} 名`,
    location: {
      "channel-untied": "チャットはこのチャネルとは別です。",
      personal: "あなた専用の会議です。リンクは誰とでも共有できます。",
      person:
        "あなた専用の会議です。どのチャットかはアプリに通知されません。リンクは誰とでも共有できます。",
      elsewhere: "別のチャネルまたはチャットの会議",
      thread: "このスレッドの会議",
    },
  },
  changeCard: {
    title: "会議はすでにあります",
    text: ({ subject }) => `「${subject}」を全員に対して変更しますか？リンクは変わりません。`,
    now: "現在",
    asked: "依頼内容",
    nobody: "まだ誰も招待されていません",
    add: ({ people }) => `追加：${people}`,
    update: "変更する",
    keep: "このままにする",
    separate: {
      text: ({ subject }) =>
        `別の会議を作成しますか？それとも、全員の「${subject}」を変更しますか？`,
      room: ({ name }) => `別の会議は専用のルーム #${name} に作成されます。`,
      create: "別の会議を作成",
    },
  },
  confirmCard: {
    newLink: {
      title: ({ subject }) => `「${subject}」のリンクを新しくしますか？`,
      text: ({ name }) =>
        `全員に新しいリンクが表示されます。古いリンクも引き続き使えます。\n10 分以内に確認できるのは、${toPoliteName(name)}だけです。`,
      confirm: "新しいリンクを作成",
    },
    cancel: {
      title: ({ subject }) => `「${subject}」をキャンセルしますか？`,
      text: ({ name }) =>
        `リンクは誰も使えなくなります。予定表に追加済みの予定は削除されません。\n10 分以内に確認できるのは、${toPoliteName(name)}だけです。`,
      confirm: "会議をキャンセル",
    },
    whoAsked: WHO_ASKED,
    back: "戻る",
  },
  optionsCard: {
    title: "会議オプション",
    notKnown: "不明",
    lobby: {
      label: "ロビーをバイパスできるユーザー",
      choices: {
        everyone: "全員",
        organizationAndFederated: "自分の組織と信頼できる組織のユーザー、ゲスト",
        organization: "自分の組織のユーザーとゲスト",
        organizationExcludingGuests: "自分の組織のユーザー（ゲストを除く）",
        invited: "招待されたユーザーのみ",
        organizer: "開催者のみ",
      },
    },
    presenters: {
      label: "発表できるユーザー",
      choices: {
        everyone: "全員",
        organization: "自分の組織のユーザー",
        roleIsPresenter: "発表者に指定されたユーザーのみ",
        organizer: "開催者のみ",
      },
    },
    chat: {
      label: "会議チャット",
      choices: { enabled: "オン", limited: "会議中のみ", disabled: "オフ" },
    },
    recording: {
      label: "自動的に録画する",
      choices: { true: "はい", false: "いいえ" },
    },
    save: "保存",
    back: "戻る",
  },
  roomsCard: {
    title: { channel: "このチャネルの会議", chat: "このチャットの会議" },
    none: "まだ会議はありません。",
    own: "メインの会議",
    named: ({ name }) => `#${name}`,
    thread: "スレッドの会議",
    joinRoom: ({ room }) => `${room} に参加`,
    more: plural("ja", "{count, plural, other {ほか # 件}}"),
    zone: ({ zone }) => `タイム ゾーン：${zone}`,
  },
  cancelledCard: {
    title: ({ subject }) => `キャンセル済み：${subject}`,
    byName: ({ name, when }) => `${name} さんがキャンセルしました · ${when}`,
    bySomebody: ({ when }) => `キャンセルされました · ${when}`,
    startAgain: "新しい会議を作成",
  },
  echo: {
    nowFor: ({ length }) => `今から ${length}`,
    here: "このスレッド",
  },
  links: {
    copy: "リンクをコピー",
    copyCard: {
      title: "会議のリンク",
      label: "このリンクをコピー",
      text: "Teams に貼り付けると会議のカードが表示されます。それ以外の場所では会議が開きます。",
    },
    dead: {
      unknown: {
        title: "このリンクで開ける会議はありません",
        text: "リンクが最後までコピーされていない可能性があります。",
        next: "Teams で、会議のカードの [リンクをコピー] を選んでください。",
      },
      ended: {
        title: "このリンクは無効になりました",
        text: "会議がキャンセルされたか、新しいリンクに変わりました。",
        next: "Teams で、会議のカードの [更新] を選んでください。",
      },
      unavailable: {
        title: "現在リンクを確認できません",
        text: "失われたものはなく、リンクも変わりません。",
        next: "1 分ほど待ってから、もう一度開いてください。",
      },
    },
  },
  privately: {
    postHere: "ここに投稿",
    posted: "投稿しました。ここにいる全員に会議のカードが表示されます。",
    notPosted:
      "Teams がカードを受け付けなかったため、何も投稿されませんでした。1 分ほどしてからもう一度「ここに投稿」を押してください。",
    postedBy: ({ name }: { name: string }) => `${toPoliteName(name)}が投稿しました。`,
    elsewhere:
      "別の会話で非公開で依頼された内容です。Teams がその会話であなただけに表示できなかったため、ここでお答えします。会議を変更するには、その会話で「@Rendezvous」に送信してください。",
  },
};
