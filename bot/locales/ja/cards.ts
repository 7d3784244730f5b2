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
    edit: "編集",
    options: "オプション",
    newLink: "新しいリンク",
    cancelMeeting: "会議をキャンセル",
    dialIn: "電話で参加",
    untitled: "会議",
    noFixedTime: "日時指定なし",
    timeInZone: ({ time, zone }) => `${time} (${zone})`,
    status: { "new-link": "新しいリンク", cancelled: "キャンセル済み" },
    others: plural("ja", "{count, plural, other {ほか # 名}}"),
    moreNames: ({ count }) => `ほか ${count} 名`,
    comma: "、",
    inRole: {
      host: ({ name }) => `${name} (開催者)`,
      presenter: ({ name }) => `${name} (発表者)`,
      coorganizer: ({ name }) => `${name} (共同開催者)`,
    },
    somebody: SOMEBODY,
    location: {
      "channel-untied": "会議チャットは、このチャネルとは別です。",
      personal: "自分専用の会議です。リンクは誰とでも共有できます。",
      person:
        "自分専用の会議です。アプリからは、どのチャットかを特定できません。リンクは誰とでも共有できます。",
      elsewhere: "別のチャネルまたはチャットの会議",
      thread: "このスレッドの会議",
    },
    phone: ({ number }) => `電話: ${number}`,
    tollFree: ({ number }) => `電話 (フリーダイヤル): ${number}`,
    conferenceId: ({ id }) => `電話会議 ID: ${id}`,
    understood: ({ text }) => `次のように解釈しました: ${text}`,
    expires: {
      standing: ({ date }) =>
        `リンクの有効期限は ${date}です。引き続き使用するには、[更新] を選択してください。`,
      scheduled: ({ date }) =>
        `リンクの有効期限は ${date}です。引き続き使用するには、会議の日時を変更してください。`,
    },
    notNotified: {
      one: ({ name }) => `${toPoliteName(name)}には通知が届いていません。`,
      several: ({ names }) => `次のユーザーに通知が届いていません: ${names}`,
      someone: "招待したユーザーの一部に通知が届いていません。",
      email: "メールを送信",
      joinByEmail: ({ link }) => `会議に参加: ${link}`,
    },
    invitedBy: ({ name }) => `${toPoliteName(name)}から会議に招待されました。`,
    invited: "会議に招待されました。",
    noLink: "Teams からリンクを取得できませんでした。[更新] を選択して、もう一度お試しください。",
    calendarLocation: "Microsoft Teams",
    calendarJoin: "会議に参加",
    summary: ({ subject, when }) => `${subject}: ${when}`,
    preparingTitle: "処理しています…",
    restarting:
      "Rendezvous が再起動したため、応答できませんでした。しばらくしてから、もう一度お試しください。",
    preparingText: "しばらくお待ちください。",
    preparingOrTryAgain:
      "しばらくお待ちください。表示が変わらない場合は、[再試行] を選択してください。",
  },
  changeCard: {
    title: "既に会議があります",
    text: ({ subject }) =>
      `「${subject}」を変更しますか? 変更は全員に反映されます。リンクは変わりません。`,
    separate: {
      text: ({ subject }) =>
        `別の会議を作成しますか? それとも「${subject}」を変更しますか? 変更は全員に反映されます。`,
      room: ({ name }) => `別の会議は、専用のルーム #${name} に作成されます。`,
      create: "別の会議を作成",
    },
    now: "現在",
    asked: "入力内容",
    nobody: "招待なし",
    add: ({ people }) => `${people} を追加`,
    update: "変更",
    keep: "変更しない",
  },
  confirmCard: {
    newLink: {
      title: ({ subject }) => `「${subject}」の新しいリンクを作成しますか?`,
      text: ({ name }) =>
        `全員に新しいリンクが表示されます。以前のリンクも引き続き使用できます。\n確認できるのは、${toPoliteName(name)}のみです (10 分以内)。`,
      confirm: "新しいリンクを作成",
    },
    cancel: {
      title: ({ subject }) => `「${subject}」をキャンセルしますか?`,
      text: ({ name }) =>
        `リンクは誰も使用できなくなります。予定表に追加済みの予定は削除されません。\n確認できるのは、${toPoliteName(name)}のみです (10 分以内)。`,
      confirm: "会議をキャンセル",
    },
    whoAsked: WHO_ASKED,
    back: "戻る",
  },
  scheduleCard: { title: "会議をスケジュール" },
  editCard: {
    title: "会議を編集",
    invited: "招待済みのユーザー",
    remove: "チェック ボックスをオフにすると、招待が取り消されます。",
  },
  optionsCard: {
    title: "会議オプション",
    notKnown: "不明",
    lobby: {
      label: "ロビーをバイパスできるユーザー",
      choices: {
        everyone: "全員",
        organizationAndFederated: "自分の組織、信頼できる組織、ゲスト",
        organization: "自分の組織のユーザーとゲスト",
        organizationExcludingGuests: "自分の組織のユーザーのみ",
        invited: "招待されたユーザー",
        organizer: "開催者のみ",
      },
    },
    presenters: {
      label: "発表できるユーザー",
      choices: {
        everyone: "全員",
        organization: "自分の組織のユーザーとゲスト",
        roleIsPresenter: "特定のユーザー",
        organizer: "開催者のみ",
      },
    },
    chat: {
      label: "会議チャット",
      choices: { enabled: "オン", limited: "会議中のみオン", disabled: "オフ" },
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
    none: "会議はまだありません。",
    own: "メインの会議",
    named: ({ name }) => `#${name}`,
    thread: "スレッドの会議",
    joinRoom: ({ room }) => `${room} に参加`,
    more: plural("ja", "{count, plural, other {ほか # 件}}"),
    zone: ({ zone }) => `タイム ゾーン: ${zone}`,
    unknownZone: ({ zone }) =>
      `タイム ゾーン「${zone}」を認識できないため、時刻は UTC で表示しています。`,
  },
  cancelledCard: {
    title: ({ subject }) => `キャンセル済み: ${subject}`,
    byName: ({ name, when }) => `${toPoliteName(name)}がキャンセルしました · ${when}`,
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
      text: "Teams に貼り付けると、会議のカードが表示されます。Teams 以外では、会議が直接開きます。",
    },
    dead: {
      unknown: {
        title: "このリンクは使用できません",
        text: "リンクの一部が欠けている可能性があります。",
        next: "リンク全体をコピーし直すか、Teams で会議のカードの [リンクをコピー] を選択してください。",
      },
      ended: {
        title: "このリンクは期限切れです",
        text: "会議がキャンセルされたか、リンクが新しくなりました。",
        next: "現在のリンクを取得するには、Teams で会議のカードの [更新] を選択してください。",
      },
      unavailable: {
        title: "このリンクは現在使用できません",
        text: "Rendezvous がリンクを確認できませんでした。リンクは変わっていません。",
        next: "しばらくしてから、もう一度お試しください。",
      },
    },
  },
  privately: {
    postHere: "ここに投稿",
    posted: "投稿しました。会議のカードが全員に表示されます。",
    notPosted:
      "Teams でカードを投稿できませんでした。しばらくしてから、もう一度 [ここに投稿] を選択してください。",
    postedBy: ({ name }) => `${toPoliteName(name)}が投稿しました。`,
    elsewhere:
      "依頼したチャネルまたはチャットでは自分だけに表示できなかったため、ここに表示しています。会議を変更するには、元のチャネルまたはチャットに戻ってください。",
    notSaved: ({ problems }) =>
      `何も保存されていません。元の場所でフォームをもう一度開き、次の点を修正してください。\n${problems}`,
  },
};
