import type { compose as english } from "../en/compose";

export const compose: typeof english = {
  extension: {
    slow: "Teams が待つ時間内に Rendezvous が応答できませんでした。何も失われていません。少し待ってから、もう一度お試しください。",
    preparingTitle: "会議はまだ準備中です",
    preparingText:
      "Teams の応答にいつもより時間がかかっています。少し待ってから［更新］を押してください。何度押しても、会議は 1 つしか作られません。",
    unknown:
      "このダイアログは Rendezvous の別のバージョンのものなので、何も行われませんでした。もう一度開いてください。",
  },
  meetForm: {
    title: "会議を開く",
    existing:
      "この会話の会議です。このままカードを表示するには［会議］を押してください。先に内容を変えることもできます。",
    topic: { label: "件名", hint: "スプリント レビュー" },
    day: "日付",
    time: "開始時刻",
    minutes: { label: "長さ（分）", hint: "60" },
    people: { label: "招待する人", hint: "人を検索" },
    addresses: { label: "またはアドレスで招待", hint: "bo@contoso.com、chen@contoso.com" },
    room: { label: "ルーム", hint: "例：#design" },
  },
  install: {
    title: "この会話に Rendezvous を追加しますか？",
    text: "会議の準備はできています。Rendezvous がここに追加されると、会議のカードを投稿し、全員のために最新の状態に保ちます。追加するには［続行］を押してください。",
    button: "続行",
  },
  preview: {
    notYours:
      "これを送信できるのは、ダイアログに入力した本人だけで、同じ会話の中に限られます。何も投稿されませんでした。ご自身でダイアログを開いてください。",
    expired:
      "このプレビューは 1 時間以上前のものなので、何も投稿されませんでした。もう一度ダイアログを開いてください。",
    posted: "このカードはすでに投稿されているため、再投稿はされませんでした。",
    cancelled:
      "この会議はその間にキャンセルされたため、何も投稿されませんでした。別の会議を作るには、もう一度ダイアログを開いてください。",
    perhapsPosted:
      "カードが投稿されたかどうか、Teams から応答がありませんでした。投稿されているか確認し、なければもう一度ダイアログを開いてください。会議はご要望どおりです。",
    notPosted:
      "カードを今は投稿できませんでした。会議はご要望どおりです。1 分後にもう一度［送信］を押すか、「@Rendezvous meet」と入力してください。",
  },
};
