import type { calendar as english } from "../en/calendar";
import type { Incomplete } from "../messages";
import { toPoliteName } from "./polite-name";

export const calendar: Incomplete<typeof english> = {
  /** The card of a meeting that was created elsewhere. */
  attachedCard: {
    by: ({ name }) => `${toPoliteName(name)}が関連付けた会議`,
    ofChat: "このチャットの会議",
    /** The button. */
    detach: "関連付けを解除",
    setElsewhere:
      "この会議は Rendezvous で作成されたものではありません。変更するには、作成元の予定表で編集してください。",
  },
  attach: {
    button: "この会議を使用",
    offer: {
      title: "この Teams 会議をここで使用しますか?",
      text: ({ name }) =>
        `「会議」と送信したすべてのユーザーに、このリンクが表示されます。\n確認できるのは、${toPoliteName(name)}のみです (10 分以内)。`,
    },
    replace: {
      title: ({ subject }) => `「${subject}」の代わりにこの会議を使用しますか?`,
      text: ({ name }) =>
        `全員に新しいリンクが表示されます。[関連付けを解除] を選択すると、現在の会議に戻ります。\n確認できるのは、${toPoliteName(name)}のみです (10 分以内)。`,
    },
    already: "この会議は既にここで使用されています。",
    chatUnknown:
      "このチャットの会議の情報を Teams から取得できなかったため、別の会議を作成しました。",
    nothingAttached: "ここに関連付けられた会議はありません。",
    detached: ({ name }) => `${toPoliteName(name)}が関連付けを解除しました。`,
    isOfChat:
      "このチャット自体の会議のため、関連付けを解除できません。別の会議には #ルームを使用してください。",
    onlyMembers:
      "会議を関連付けることができるのは、この組織のユーザーだけです。組織のユーザーに依頼してください。",
    problems: {
      none: {
        title: "どの会議ですか?",
        text: "コマンドの後に会議の参加リンクを貼り付けてください: 関連付け https://…",
      },
      "safe-link": {
        title: "このリンクはセキュリティ フィルターで書き換えられています",
        text: "リンクを開き、ブラウザーに表示された参加リンクをコピーしてください。",
      },
      "not-teams": {
        title: "Teams 会議のリンクではありません",
        text: "会議の招待から参加リンクをコピーしてください。個人用 Teams の会議は関連付けできません。",
      },
    },
  },
  calendarLinks: {
    outlook: "Outlook",
    file: "予定表ファイル",
    subscribe: "購読",
    label: "予定表のアドレス",
    text: "購読すると会議の変更が自動的に反映されますが、ファイルでは反映されません。Google カレンダーや Outlook では、アドレスを貼り付けて購読できます。",
    onlyNext:
      "Outlook に追加されるのは次回の会議のみです。ファイルと購読には、すべての会議が含まれます。",
  },
};
