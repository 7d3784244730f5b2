import type { talk as english } from "../en/talk";
import type { Incomplete } from "../messages";
import { toPoliteName } from "./polite-name";

export const talk: Incomplete<typeof english> = {
  commands: {
    meet: {
      title: "会議",
      description:
        "このチャネルまたはチャットの会議を表示します。会議名、日時、参加者、#ルームも指定できます。",
    },
    invite: {
      title: "招待",
      description: "ユーザーを会議に招待します。取り消すには「招待取消」と入力します。",
    },
    rooms: {
      title: "会議一覧",
      description: "このチャネルまたはチャットのすべての会議を表示します。",
    },
    new: { title: "リンク変更", description: "会議のリンクを新しくします。実行前に確認します。" },
    rename: { title: "名前変更", description: "会議名を変更します。" },
    move: { title: "日時変更", description: "会議の日時を変更します。" },
    options: {
      title: "オプション",
      description: "ロビーをバイパスできるユーザーや、発表できるユーザーなどを設定します。",
    },
    cancel: { title: "キャンセル", description: "会議をキャンセルします。実行前に確認します。" },
    signin: {
      title: "サインイン",
      description: "Rendezvous が会議を作成できるように、サインインします。",
    },
    signout: { title: "サインアウト", description: "Rendezvous からサインアウトします。" },
    check: {
      title: "チェック",
      description: "Rendezvous が正しくセットアップされているかどうかを確認します。",
    },
    help: { title: "ヘルプ", description: "Rendezvous でできることを表示します。" },
  },
  aliases: {
    meet: "参加",
    invite: "招待 追加",
    uninvite: "招待取消 招待を取り消す 除外 外す",
    rename: "名前を変更 改名",
    move: "移動 日時を変更 時間変更 延期",
    cancel: "中止 会議をキャンセル 会議を中止",
    attach: "関連付け 関連付ける",
    detach: "関連付け解除 関連付けを解除",
    skip: "スキップ 休会",
    restore: "元に戻す 元に戻して スキップ取消 スキップを取り消す スキップ解除",
    pause: "一時停止 休止",
    resume: "再開",
    signin: "ログイン",
    signout: "ログアウト",
    remind: "リマインド リマインダー",
    help: "使い方",
  },
  meet: {
    button: "会議を開く",
    now: "今すぐ会議",
    schedule: "スケジュール…",
    subjects: {
      channel: "チャネル会議",
      "group-chat": "グループ チャットの会議",
      "meeting-chat": "フォローアップ会議",
      personal: "個人会議",
      person: "個人会議",
      thread: "スレッドの会議",
    },
    named: ({ name }) => `${name} の会議`,
    organizerReplaced: ({ name }) =>
      `以前の開催者がこの会議を開催できなくなったため、${toPoliteName(name)}が開催者になりました。リンクも新しくなっています。`,
    organizerReplacedBySomebody:
      "以前の開催者がこの会議を開催できなくなったため、別のメンバーが開催者になりました。リンクも新しくなっています。",
    meetingGone:
      "会議が Teams に見つからなかったため、リンクが新しくなりました。以前のリンクは使用できない可能性があります。",
    newLinkBy: ({ name }) =>
      `${toPoliteName(name)}がリンクを新しくしました。以前のリンクも引き続き使用できます。`,
    topicCut: "会議名が 255 文字に短縮されました。",
    notInvited: ({ names }) =>
      `次のユーザーを招待できませんでした: ${names}。組織内にアカウントが見つかりません。リンクを送信してください。`,
    notAsked: ({ names }) =>
      `次のユーザーを招待できませんでした: ${names}。Teams から応答がありません。しばらくしてからもう一度招待するか、リンクを送信してください。`,
    notCoOrganizers: ({ names }) =>
      `次のユーザーを共同開催者にできませんでした: ${names}。出席者として招待されています。役割は、開催者が会議オプションで変更できます。`,
    create: "会議を作成",
  },
  changed: {
    updated: ({ name }) => `${toPoliteName(name)}が会議を変更しました。`,
    renamed: ({ name }) => `${toPoliteName(name)}が会議名を変更しました。`,
    moved: ({ name }) => `${toPoliteName(name)}が会議の日時を変更しました。`,
    optionsSaved: ({ name }) => `${toPoliteName(name)}が会議オプションを保存しました。`,
    startedAgain: ({ name }) =>
      `${toPoliteName(name)}が会議を作成し直しました。リンクが新しくなっています。`,
    createdNext: ({ name }) =>
      `${toPoliteName(name)}が新しい会議を作成しました。以前の会議はキャンセルされています。`,
  },
  permission: {
    manageOwners: ({ names }) =>
      `この操作を行えるのは、開催者、会議の作成者、チームの所有者のみです。変更は行われていません。次のユーザーに依頼してください: ${names}`,
    manageOrganizer: ({ names }) =>
      `この操作を行えるのは、開催者と会議の作成者のみです。変更は行われていません。次のユーザーに依頼してください: ${names}`,
    manageMembers: ({ names }) =>
      `この操作を行えるのは、組織のユーザーのみです。変更は行われていません。次のユーザーに依頼してください: ${names}`,
    change: ({ names }) =>
      `この会議を変更できるのは、会議を所有する組織のユーザーのみです。変更は行われていません。次のユーザーに依頼してください: ${names}`,
    onlyHost: ({ name }) =>
      `この操作を行えるのは、開催者の ${toPoliteName(name)}のみです。変更は行われていません。${toPoliteName(name)}に依頼してください。開催者が組織を離れた場合は、Rendezvous に「リンク変更」と送信すると、自分が開催者になれます。`,
    onlyHostUnnamed:
      "この操作を行えるのは、開催者のみです。変更は行われていません。開催者に依頼してください。開催者が組織を離れた場合は、Rendezvous に「リンク変更」と送信すると、自分が開催者になれます。",
    somebodyElse: "会議の作成者",
  },
  confirmation: {
    notYours: ({ name }) =>
      `確認できるのは、${toPoliteName(name)}のみです。変更は行われていません。ご自分で行うには、コマンドを送信してください。`,
    notYoursUnnamed:
      "確認できるのは、依頼した本人のみです。変更は行われていません。ご自分で行うには、コマンドを送信してください。",
    expired:
      "10 分が経過したため、確認の有効期限が切れました。変更は行われていません。続ける場合は、もう一度依頼してください。",
  },
  refresh: {
    superseded: "会議のリンクが新しくなりました。これが現在の会議です。",
    gone: "この会議は Teams に見つからないため、リンクを使用できない可能性があります。",
    notChecked:
      "Rendezvous が Teams に接続できなかったため、最新の情報ではない可能性があります。リンクは変わっていません。",
    unknown: "この会議は存在しません。",
    unfinished: "この会議はまだ作成されていません。",
    slow: "Teams の応答に時間がかかっています。少し待ってから、もう一度 [更新] を選択してください。",
  },
  actions: {
    tryAgain: "再試行",
    buttonNotOurs:
      "このボタンは、このチャネルまたはチャットでは使用できません。ここの会議を表示するには、Rendezvous に「会議」と送信してください。",
    buttonUnknown:
      "このボタンは、別のバージョンの Rendezvous のものです。新しいカードを表示するには、Rendezvous に「会議」と送信してください。",
  },
  help: {
    button: "ヘルプ",
    title: "何をお手伝いしましょうか?",
    meet: {
      title: "今すぐ会議を始める",
      text: {
        channel: "このチャネルの全員が同じ会議に参加します。",
        chat: "このチャットの全員が同じ会議に参加します。",
        personal: "自分専用の会議です。リンクは誰とでも共有できます。",
      },
    },
    schedule: "会議名、日時、参加者を指定します。",
    rooms: {
      button: "すべての会議",
      title: "会議を探す",
      text: {
        channel: "このチャネルの会議を一覧で表示します。",
        chat: "このチャットの会議を一覧で表示します。",
        personal: "このチャットにある自分の会議を一覧で表示します。",
      },
    },
    type: {
      title: "入力して依頼することもできます",
      typed: ({ time }) => `会議 スプリントレビュー 明日の${time}から45分 @Ana`,
    },
    more: "その他のコマンド",
    room: {
      typed: "会議 #デザイン",
      text: "ルームに 2 つ目の会議を作成します。ルームでは、「キャンセル #デザイン」など、ほかのコマンドも使用できます。",
    },
    here: {
      typed: "会議 ここで",
      text: "スレッド内で入力すると、そのスレッド専用の会議を作成します。",
    },
    attach: {
      typed: "関連付け https://…",
      text: "予定表にある会議をここで使用します。元に戻すには「関連付け解除」と入力します。",
    },
    examples: {
      invite: "招待 @Ana (発表者)",
      rename: "名前変更 スプリントデモ",
      move: ({ time }) => `日時変更 明日の${time}`,
    },
  },
  greeting: {
    title: "こんにちは、Rendezvous です",
    text: "チャネルやチャットごとに会議を 1 つ用意し、全員が同じ会議に参加できるようにします。",
    hint: ({ typed }) => `ほかにできることを確認するには、「${typed}」と入力してください。`,
  },
  turnProblems: {
    "no-tenant":
      "Teams で組織を確認できませんでした。組織のチャネルまたはチャットでお試しください。",
    "unknown-conversation":
      "ここでは Rendezvous を使用できません。チャネル、グループ チャット、または Rendezvous との 1 対 1 のチャットでお試しください。",
    "no-sender":
      "Teams でユーザーを確認できませんでした。職場アカウントでサインインして、もう一度お試しください。",
  },
  noMeeting: {
    none: {
      channel: "このチャネルには、会議がまだありません。",
      "group-chat": "このチャットには、会議がまだありません。",
      "meeting-chat": "このチャットには、フォローアップ会議がまだありません。",
      personal: "このチャットには、自分の会議がまだありません。",
      person: "自分の会議がまだありません。",
      thread: "このスレッドには、会議がまだありません。",
    },
    noRoom: ({ room }) => `${room} というルームはありません。`,
    createRoom: ({ room }) => `${room} を作成`,
    superseded: "この会議には新しいリンクがあります。変更は行われていません。",
  },
  invite: {
    who: "誰を招待しますか?",
    how: "「@」を入力して名前を選択するか、メール アドレスを入力してください。例: 「招待 bo@contoso.com」",
    howAlone: "メール アドレスを入力するか、[編集] を選択してください。例: 「招待 bo@contoso.com」",
    unclear: ({ typed }) => `「${typed}」が誰のことか判断できませんでした。`,
  },
  uninvite: {
    hostStays: "開催者を会議から外すことはできません。変更は行われていません。",
    who: "誰の招待を取り消しますか?",
    how: "「@」を入力して名前を選択するか、メール アドレスを入力してください。例: 「招待取消 bo@contoso.com」",
    howAlone:
      "メール アドレスを入力するか、[編集] を選択してください。例: 「招待取消 bo@contoso.com」",
    notInvited: ({ name }) => `${toPoliteName(name)}は、この会議に招待されていません。`,
    noneInvited: ({ names }) => `次のユーザーは、この会議に招待されていません: ${names}`,
  },
  unknownText: {
    didYouMean: ({ text }) => `「${text}」のことですか?`,
    yes: "はい",
    question: "この会議を作成しますか?",
    nothing:
      "申し訳ありません。内容を理解できませんでした。会議を開くには [会議を開く]、できることを確認するには [ヘルプ] を選択してください。",
  },
  smallTalk: {
    hello: {
      channel: ({ typed }) =>
        `こんにちは。「${typed}」と入力すると、このチャネルの会議を開けます。`,
      "group-chat": ({ typed }) =>
        `こんにちは。「${typed}」と入力すると、このチャットの会議を開けます。`,
      "meeting-chat": ({ typed }) =>
        `こんにちは。「${typed}」と入力すると、フォローアップ会議を開けます。`,
      personal: ({ typed }) => `こんにちは。「${typed}」と入力すると、会議を開けます。`,
      person: ({ typed }) => `こんにちは。「${typed}」と入力すると、会議を開けます。`,
    },
    welcome: "どういたしまして。",
    okay: "わかりました。いつでもお声がけください。",
  },
};
