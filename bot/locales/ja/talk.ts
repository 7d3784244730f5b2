import type { talk as english } from "../en/talk";
import type { Incomplete } from "../messages";
import { toPoliteName } from "./polite-name";

export const talk: Incomplete<typeof english> = {
  commands: {
    meet: {
      title: "会議",
      description: "この会話の会議です。名前、日時、参加者、#ルームを続けて入力できます。",
    },
    rooms: { title: "会議一覧", description: "この会話のすべての会議を表示します。" },
    new: {
      title: "リンク変更",
      description: "この会話の会議のリンクを新しくします（先に確認します）。",
    },
    rename: { title: "名前変更", description: "会議の名前を変更します。" },
    move: { title: "日時変更", description: "会議の日時を変更します。" },
    options: { title: "オプション", description: "ロビーで待つ人と、発表できる人を設定します。" },
    cancel: { title: "キャンセル", description: "会議をキャンセルします（先に確認します）。" },
    signin: {
      title: "サインイン",
      description: "あなたの名前で会議を作成する場合に、サインインします。",
    },
    signout: {
      title: "サインアウト",
      description: "Rendezvous に保存されたサインインを破棄します。",
    },
    check: {
      title: "チェック",
      description: "Rendezvous のセットアップを確認し、対処方法を表示します。",
    },
    help: { title: "ヘルプ", description: "入力できるコマンドの一覧を表示します。" },
    invite: {
      title: "招待",
      description: "会議に招待します。取り消すには uninvite と入力します。",
    },
  },
  aliases: {
    meet: "参加",
    invite: "招待 追加",
    uninvite: "招待取消 除外 外す",
    move: "移動",
    cancel: "中止",
    signin: "ログイン",
    signout: "ログアウト",
    help: "使い方",
  },
  meet: {
    button: "会議",
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
      `前の開催者はこの会議を開催できなくなりました。新しい開催者は ${name} さんです。リンクも新しくなりました。`,
    organizerReplacedBySomebody:
      "前の開催者はこの会議を開催できなくなりました。別のメンバーが新しい開催者です。リンクも新しくなりました。",
    meetingGone:
      "この会議は Teams に見つからなかったため、リンクが新しくなりました。古いリンクは使えないことがあります。",
    newLinkBy: ({ name }) =>
      `${toPoliteName(name)}がリンクを新しくしました。古いリンクも引き続き使えます。`,
    topicCut: "名前は 255 文字に短縮されました。",
    notInvited: ({ names }) =>
      `${names} を招待できませんでした。組織内にアカウントが見つかりません。リンクを送ってください。`,
    notAsked: ({ names }) =>
      `${names} を招待できませんでした。Teams が応答していません。1 分後にもう一度招待するか、リンクを送ってください。`,
    notCoOrganizers: ({ names }) =>
      `共同開催者に設定できませんでした：${names}。出席者として招待されています。役割は、開催者が会議オプションで変更できます。`,
    create: "会議を作成",
  },
  changed: {
    updated: ({ name }) => `${toPoliteName(name)}が会議を変更しました。`,
    renamed: ({ name }) => `${toPoliteName(name)}が会議の名前を変更しました。`,
    moved: ({ name }) => `${toPoliteName(name)}が会議の日時を変更しました。`,
    optionsSaved: ({ name }) => `${toPoliteName(name)}がオプションを保存しました。`,
    startedAgain: ({ name }) =>
      `${toPoliteName(name)}が会議をもう一度作成しました。リンクは新しくなっています。`,
  },
  permission: {
    manageOwners: ({ names }) =>
      `この操作ができるのは、開催者、最初に依頼した人、チームの所有者だけです。何も変更していません。依頼先：${names}。`,
    manageOrganizer: ({ names }) =>
      `この操作ができるのは、開催者と最初に依頼した人だけです。何も変更していません。依頼先：${names}。`,
    manageMembers: ({ names }) =>
      `この操作ができるのは、組織のメンバーだけです。何も変更していません。依頼先：${names}。`,
    change: ({ names }) =>
      `会議を変更できるのは、この会話が属する組織のメンバーだけです。何も変更していません。依頼先：${names}。`,
    onlyHost: ({ name }) =>
      `この操作は開催者本人の名前で行うため、開催者の ${toPoliteName(name)}だけが実行できます。何も変更していません。${toPoliteName(name)}に依頼してください。開催者がすでにいない場合は、「@Rendezvous リンク変更」と入力すると、あなたが開催者となる新しいリンクを作れます。`,
    onlyHostUnnamed:
      "この操作は開催者本人の名前で行うため、開催者だけが実行できます。何も変更していません。開催者に依頼してください。開催者がすでにいない場合は、「@Rendezvous リンク変更」と入力すると、あなたが開催者となる新しいリンクを作れます。",
    somebodyElse: "会議を作成した方",
  },
  confirmation: {
    notYours: ({ name }) =>
      `確認できるのは、依頼した ${name} さんだけです。何も変更していません。同じことをするには、ご自分でコマンドを入力してください。`,
    notYoursUnnamed:
      "確認できるのは、依頼した本人だけです。何も変更していません。同じことをするには、ご自分でコマンドを入力してください。",
    expired:
      "確認の期限（10 分）を過ぎたため、何も変更していません。もう一度コマンドを入力してください。",
  },
  refresh: {
    superseded: "ご覧のカードは以前のリンクのものでした。この会話の現在の会議はこちらです。",
    gone: "この会議はもう Teams にないため、リンクが開かないことがあります。「@Rendezvous 会議」と入力すると、全員が新しい会議を使えます。",
    notChecked:
      "現在 Teams に確認できません。これは最後に確認した時点の会議です。リンクは変わりません。",
    unknown:
      "この会話にはもう会議がありません。「@Rendezvous 会議」と入力すると、全員が使える会議が作成されます。",
    unfinished:
      "この会議は依頼されましたが、作成されませんでした。作成するには、「@Rendezvous 会議」と入力してください。",
    slow: "Teams の応答に時間がかかっています。何も変わっていません。少し待ってから、もう一度「更新」を押してください。",
  },
  actions: {
    buttonNotOurs:
      "このボタンはこの会話の会議のものではないため、何も実行していません。この会話の会議を表示するには、「@Rendezvous 会議」と入力してください。",
    buttonUnknown:
      "このボタンは別のバージョンの Rendezvous のものであるため、何も実行していません。新しいカードを表示するには、「@Rendezvous 会議」と入力してください。",
  },
  help: {
    button: "ヘルプ",
    title: "1 つの会話に、1 つの会議",
    text: "ここにいる全員が、いつでも同じ会議に参加できます。",
    examples: {
      meet: {
        typed: "会議",
        text: "この会話の会議です。@Rendezvous だけを入力しても同じです。",
      },
      plan: {
        typed: "会議 スプリントレビュー 明日の15時から45分 @Ana と",
        text: "名前、日時、長さ、参加者：順序は自由です。日時と紛らわしい名前は「」で囲んでください。",
      },
      people: {
        typed: "会議 @Ana を発表者として、bo@contoso.com も",
        text: "参加者を招待します。発表者や共同開催者に指定することもできます。",
      },
      room: {
        typed: "会議 #デザイン",
        text: "ルーム：この会話のもう 1 つの会議です。「キャンセル #デザイン」など、ほかのコマンドでも使えます。",
      },
      here: { typed: "会議 ここで", text: "このスレッド専用の会議です。" },
      rooms: { typed: "会議一覧", text: "この会話のすべての会議を表示します。" },
      rename: { typed: "名前変更 スプリントデモ", text: "会議の名前を変更します。" },
      move: { typed: "日時変更 明日の15時", text: "会議の日時を変更します。" },
      options: { typed: "オプション", text: "ロビーで待つ人と、発表できる人を設定します。" },
      new: {
        typed: "リンク変更",
        text: "リンクを新しくします。以前のリンクは、この会話の会議ではなくなります。先に確認します。",
      },
      cancel: { typed: "キャンセル", text: "会議を削除します。先に確認します。" },
      signin: {
        typed: "サインイン",
        text: "あなたの名前で会議を作成する場合に、サインインします。",
      },
      signout: { typed: "サインアウト", text: "Rendezvous に保存されたサインインを破棄します。" },
      check: { typed: "チェック", text: "Rendezvous のセットアップを確認します。" },
      help: { typed: "ヘルプ", text: "この一覧を表示します。" },
    },
  },
  greeting: {
    title: "いつもの場所で、すぐに会議を",
    text: "「@Rendezvous 会議」と入力すると、ここにいる全員が、いつでも同じ 1 つの会議に参加できます。",
  },
  turnProblems: {
    "no-tenant":
      "この会話がどの組織のものか Teams から届かなかったため、会議は作成していません。組織のチャネルかチャットでお試しください。",
    "unknown-conversation":
      "この種類の会話には対応していないため、会議は作成していません。チャネル、グループ チャット、または Rendezvous との個人チャットでお試しください。",
    "no-sender":
      "送信者が誰か Teams から届かなかったため、会議は作成していません。職場アカウントでサインインして、もう一度お試しください。",
  },
  noMeeting: {
    none: {
      channel: "このチャネルにはまだ会議がありません。",
      "group-chat": "このチャットにはまだ会議がありません。",
      "meeting-chat": "このチャットにはまだフォローアップ会議がありません。",
      personal: "このチャットにはまだ会議がありません。",
      person: "まだ会議がありません。",
      thread: "このスレッドにはまだ会議がありません。",
    },
    noRoom: ({ room }) => `${room} はありません。`,
    createRoom: ({ room }) => `${room} を作成`,
    unfinished: "この会議はまだ作成されていません。作成するには [会議] を選んでください。",
    superseded: "この会議には新しいリンクがあります。何も変更されていません。",
  },
  invite: {
    noPeople:
      "誰を招待しますか？「@Rendezvous 招待 bo@contoso.com」のように、メンションするかメール アドレスを入力してください。",
  },
  uninvite: {
    noPeople:
      "誰の招待を取り消しますか？「@Rendezvous uninvite bo@contoso.com」のように、メンションするかメール アドレスを入力してください。",
    notInvited: ({ name }) => `${name} さんはこの会議に招待されていません。`,
    noneInvited: ({ names }) => `次の人はこの会議に招待されていません：${names}`,
  },
  unknownText: {
    question: "この会議を作成しますか？",
    nothing:
      "すみません、理解できませんでした。会議を開くには [会議] を、できることを見るには [ヘルプ] を選んでください。",
  },
  smallTalk: {
    hello: {
      channel: "こんにちは。「会議」と入力すると、このチャネルの会議を開けます。",
      "group-chat": "こんにちは。「会議」と入力すると、このチャットの会議を開けます。",
      "meeting-chat": "こんにちは。「会議」と入力すると、フォローアップ会議を開けます。",
      personal: "こんにちは。「会議」と入力すると、会議を開けます。",
      person: "こんにちは。「会議」と入力すると、会議を開けます。",
    },
    welcome: "どういたしまして。",
  },
};
