import type { messageExtension as english } from "../en/message-extension";
import type { Incomplete } from "../messages";

export const messageExtension: Incomplete<typeof english> = {
  extensionCommands: {
    meet: {
      title: "会議",
      description: "このチャネルまたはチャットの会議をメッセージに追加します。",
    },
    meetAbout: {
      title: "この件で会議",
      description: "このメッセージについての会議を作成します。",
    },
    meetings: {
      title: "会議を探す",
      description: "会議を検索するか、入力した内容で会議を作成します。",
      parameter: {
        title: "検索または作成",
        description: "会議名、または「レビュー 明日15時」のような依頼",
      },
    },
  },
  extension: {
    slow: "処理に時間がかかっています。少し待ってから、もう一度お試しください。",
    preparingTitle: "処理しています…",
    preparingText:
      "Teams の応答に時間がかかっています。少し待ってから、[更新] を選択してください。",
    unknown:
      "このダイアログは、別のバージョンの Rendezvous のものです。閉じてから、もう一度開いてください。",
  },
  meetForm: {
    title: "会議",
    existing: "既に会議があります。必要に応じて内容を変更できます。",
    topic: { label: "会議名", hint: "スプリントレビュー" },
    day: "日付",
    time: "開始時刻",
    minutes: { label: "長さ (分)", hint: "60" },
    otherLength: "その他…",
    repeat: {
      label: "繰り返し",
      hint: "毎週月曜と木曜 6月30日まで",
      once: "繰り返さない",
      other: "カスタム…",
    },
    invited: ({ names }) => `招待済み: ${names}`,
    buttons: { continue: "続行", insert: "カードを挿入" },
    people: { label: "招待するユーザー", hint: "ユーザーを検索" },
    addresses: { label: "メール アドレスで招待", hint: "例: bo@contoso.com, chen@contoso.com" },
    room: { label: "ルーム", hint: "#デザイン" },
  },
  install: {
    title: "ここに Rendezvous を追加しますか?",
    text: "会議の準備ができました。Rendezvous を追加すると、会議のカードを投稿し、最新の状態に保つことができます。",
    button: "続行",
  },
  preview: {
    notYours:
      "送信できるのはこのダイアログを開いた本人のみで、同じチャネルまたはチャットに限られます。ご自分でダイアログを開いてください。",
    expired:
      "1 時間が経過したため、プレビューの有効期限が切れました。ダイアログを開き直してください。",
    posted: "このカードは既に投稿されています。",
    cancelled:
      "プレビューを表示している間に、会議がキャンセルされました。別の会議を作成するには、ダイアログを開き直してください。",
    perhapsPosted:
      "会議の準備はできましたが、カードが投稿されたことを Teams で確認できませんでした。カードが見つからない場合は、ダイアログを開き直してください。",
    notPosted:
      "会議の準備はできましたが、Teams でカードを投稿できませんでした。しばらくしてから、もう一度 [送信] を選択してください。",
  },
  search: {
    nothing:
      "会議はまだありません。作成するには、「スプリントレビュー 明日15時」のように会議名と日時を入力してください。",
    noMatch:
      "会議が見つかりませんでした。作成するには、「スプリントレビュー 明日15時」のように会議名と日時を入力してください。",
    offer: {
      title: ({ text }) => `作成: ${text}`,
      text: "選択すると、会議が作成されます。",
      card: "この会議はまだ作成されていません。作成するには [会議を作成] を選択してください。",
      bare: "この会議はまだ作成されていません。パソコンの Teams でもう一度選択してください。",
    },
    places: {
      channel: "別のチャネル",
      "group-chat": "別のグループ チャット",
      "meeting-chat": "別の会議チャット",
      personal: "Rendezvous とのチャット",
      person: "自分専用",
    },
    asked: ({ time }) => `${time} に依頼`,
    notOurs:
      "この検索結果は、別のユーザー、または別のチャネルやチャットのものです。もう一度検索してください。",
    expired: "10 分が経過したため、検索結果の有効期限が切れました。もう一度検索してください。",
    unchanged: {
      conversation:
        "既に会議があります。変更は行われていません。変更するには、Rendezvous を追加してから、もう一度選択してください。",
      own: "この会議は既にあります。変更は行われていません。別の会議を作成するには、「#デザイン」のようにルームを指定してください。",
    },
    slow: "まもなく会議の準備ができます。[会議を探す] をもう一度開くと、一覧に表示されます。",
  },
};
