import type { cards as english } from "../en/cards";
import type { Incomplete } from "../messages";
import { plural } from "../plural";
import { SOMEBODY, toPoliteName, WHO_ASKED } from "./polite-name";

export const cards: Incomplete<typeof english> = {
  card: {
    join: "参加",
    refresh: "更新",
    addToCalendar: "予定表に追加",
    options: "オプション",
    newLink: "新しいリンク",
    cancelMeeting: "会議をキャンセル",
    untitled: "会議",
    openAnyTime: "いつでも参加できます",
    hostedBy: ({ name }) => `開催者：${name}`,
    with: ({ people }) => `参加者：${people}`,
    alsoWith: ({ people }) => `ほかの参加者：${people}`,
    others: plural("ja", "{count, plural, other {ほか # 名}}"),
    comma: "、",
    inRole: {
      presenter: ({ name }) => `${name}（発表者）`,
      coorganizer: ({ name }) => `${name}（共同開催者）`,
    },
    somebody: SOMEBODY,
    belongsTo: {
      channel: "このチャネルに関連付けられた会議",
      "channel-untied":
        "このチャネル用の会議（チャットは別になります。Teams はこの会議をチャネルに関連付けませんでした）",
      "group-chat": "このグループ チャット用の会議",
      "meeting-chat": "この会議チャット用の会議",
      personal: "あなた専用の会議：リンクは誰とでも共有できます",
      person:
        "あなた専用の会議：Teams はこのチャットを特定できる情報を送りません。リンクは誰とでも共有できます",
    },
    roomBelongsTo: {
      channel: ({ name }) => `このチャネルのルーム #${name}`,
      "channel-untied": ({ name }) =>
        `このチャネルのルーム #${name}（チャットは別になります。Teams はこの会議をチャネルに関連付けませんでした）`,
      "group-chat": ({ name }) => `このグループ チャットのルーム #${name}`,
      "meeting-chat": ({ name }) => `この会議チャットのルーム #${name}`,
      personal: ({ name }) => `あなた専用のルーム #${name}：リンクは誰とでも共有できます`,
      person: ({ name }) =>
        `あなた専用のルーム #${name}：Teams はこのチャットを特定できる情報を送りません。リンクは誰とでも共有できます`,
    },
    thread: "このスレッド専用の会議",
    threadUntied:
      "このスレッド専用の会議（チャットは別になります。Teams はこの会議をチャネルに関連付けませんでした）",
    phone: ({ number }) => `電話：${number}`,
    tollFree: ({ number }) => `電話（フリーダイヤル）：${number}`,
    conferenceId: ({ id }) => `電話会議 ID：${id}`,
    understood: ({ text }) => `読み取った内容：${text}`,
    expires: {
      standing: ({ date }) =>
        `このリンクは${date}に使えなくなります。それまでに誰かがこのカードを使えば、引き続き使えます。`,
      scheduled: ({ date }) =>
        `このリンクは${date}に使えなくなります。使い続けるには、「@Rendezvous 日時変更」に続けて新しい日時を入力してください。`,
    },
    noLink:
      "安全に開けるリンクが Teams から届きませんでした。もう一度取得するには、「更新」を押してください。",
    calendarLocation: "Microsoft Teams",
    calendarJoin: "会議に参加",
    summary: ({ subject, when }) => `${subject}：${when}`,
    preparingTitle: "応答を準備しています",
    restarting:
      "応答を受け取る前に Rendezvous が再起動しました。何も失われていません。1 分ほど待ってから、もう一度同じ操作をお試しください。",
    preparingText: "まもなくここに表示されます。このままお待ちください。",
  },
  changeCard: {
    title: "会議はすでにあります",
    text: ({ subject }) =>
      `「${subject}」を全員に対して変更しますか？それとも、このままにしますか？リンクは変わりません。`,
    now: "現在",
    asked: "依頼内容",
    nobody: "まだ誰も招待されていません",
    add: ({ people }) => `追加：${people}`,
    update: "変更する",
    keep: "このままにする",
  },
  confirmCard: {
    newLink: {
      title: ({ subject }) => `「${subject}」のリンクを新しくしますか？`,
      text: ({ name }) =>
        `今後は、ここにいる全員に新しいリンクが表示されます。古いリンクは閉じられません。古いリンクを持っている人はその会議に参加できますが、それはもうこの会話の会議ではありません。\n10 分以内に確認できるのは、${toPoliteName(name)}だけです。`,
      confirm: "新しいリンクを作成",
    },
    cancel: {
      title: ({ subject }) => `「${subject}」をキャンセルしますか？`,
      text: ({ name }) =>
        `会議は削除され、リンクは誰にも使えなくなります。各自が予定表に追加したものはそのまま残ります。\n10 分以内に確認できるのは、${toPoliteName(name)}だけです。`,
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
    title: "この会話の会議",
    none: "この会話にはまだ会議がありません。「@Rendezvous 会議」と入力すると会議が、「@Rendezvous 会議 #デザイン」と入力すると専用ルームの会議が作成されます。",
    own: "メインの会議",
    named: ({ name }) => `#${name}`,
    thread: "スレッド専用の会議",
    joinRoom: ({ room }) => `${room} に参加`,
    more: plural("ja", "{count, plural, other {ほかに # 件}}"),
    zone: ({ zone }) => `タイム ゾーン：${zone}`,
  },
  cancelledCard: {
    title: "会議はキャンセルされました",
    byName: ({ subject, name, when }) =>
      `${when}に、${name} さんが「${subject}」をキャンセルしました。`,
    bySomebody: ({ subject, when }) => `${when}に、「${subject}」がキャンセルされました。`,
    when: ({ moment, zone }) => `${moment}（${zone}）`,
    startAgain: "もう一度作成",
  },
  echo: {
    time: ({ time, zone }) => `${time} ${zone}`,
    nowFor: ({ length }) => `今から ${length}`,
    here: "このスレッド",
  },
  links: {
    elsewhere: "別の会話の会議",
    roomElsewhere: ({ name }) => `別の会話のルーム #${name}`,
    copy: "リンクをコピー",
    copyCard: {
      title: "この会議のリンク",
      label: "コピーするリンク",
      text: "コピーして共有してください。Teams に貼り付けると会議のカードが表示され、それ以外の場所では会議が開きます。「新しいリンク」または「会議をキャンセル」を実行すると、このリンクは使えなくなります。",
    },
    dead: {
      unknown: {
        title: "このリンクで開ける会議はありません",
        text: "リンクが最後までコピーされていない可能性があります。",
      },
      ended: {
        title: "このリンクは無効になりました",
        text: "会議がキャンセルされたか、新しいリンクに変わりました。",
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
