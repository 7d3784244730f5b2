import type { series as english } from "../en/series";
import type { Incomplete } from "../messages";
import { toPoliteName } from "./polite-name";

export const series: Incomplete<typeof english> = {
  series: {
    next: ({ day }) => `次回: ${day}`,
    dayOn: ({ day, date }) => `${day} (${date})`,
    dayAt: ({ day, time }) => `${day} ${time}`,
    now: "開催中",
    paused: "一時停止中",
    over: "終了",
    skipped: ({ day }) => `スキップ: ${day}`,
    buttons: {
      skipNext: "次回をスキップ",
      undoSkip: "元に戻す",
      pause: "一時停止",
      resume: "再開",
      only: ({ day }) => `${day}のみ`,
      all: "すべて",
      stop: "繰り返しを停止",
    },
    done: {
      skipped: ({ name, day }) => `${toPoliteName(name)}が${day}の会議をスキップしました。`,
      restored: ({ name, day }) =>
        `${toPoliteName(name)}が${day}の会議のスキップを取り消しました。`,
      paused: ({ name }) => `${toPoliteName(name)}が会議を一時停止しました。`,
      resumed: ({ name }) => `${toPoliteName(name)}が会議を再開しました。`,
    },
    move: {
      title: ({ subject }) => `「${subject}」の日時を変更`,
      text: ({ day }) =>
        `${day}の会議だけを変更しますか? それとも、それ以降のすべての会議を変更しますか?`,
    },
    edit: ({ day }) =>
      `新しい日時は${day}の会議だけに適用しますか? それとも、それ以降のすべての会議に適用しますか?`,
    change: ({ subject }) =>
      `「${subject}」は定期的な会議です。何を変更しますか? 変更は全員に反映されます。リンクは変わりません。`,
    cancel: {
      text: ({ day, name }) =>
        `${day}の会議だけをスキップしますか? それとも、すべての会議をキャンセルしますか? キャンセルすると、リンクは誰も使用できなくなります。\nキャンセルできるのは、${toPoliteName(name)}のみです (10 分以内)。`,
      all: "すべてキャンセル",
    },
    notSkipped: {
      unclear: ({ typed, next }) =>
        `「${typed}」がどの会議のことか判断できませんでした。次回以降: ${next}`,
      notOnDay: ({ day, next }) => `${day}に会議はありません。次回以降: ${next}`,
      already: ({ day, next }) => `${day}はスキップ済みです。次回以降: ${next}`,
      noneThen: ({ next }) => `その期間に会議はありません。次回以降: ${next}`,
      over: "スキップできる会議はもうありません。",
      and: ({ first, second }) => `${first}、${second}`,
      through: ({ first, last }) => `${first}～${last}`,
    },
    help: {
      repeat: {
        typed: "会議 朝会 平日 9:30 15分間",
        text: "定期的な会議を作成します。リンクは毎回同じです。",
      },
      skip: { typed: "スキップ 明日", text: "定期的な会議を 1 回スキップします。" },
      pause: {
        typed: "一時停止",
        text: "定期的な会議を一時停止します。続けるには「再開」と入力します。",
      },
    },
    once: ({ subject }) =>
      `「${subject}」は定期的な会議ではありません。繰り返すには、「日時変更 毎週月曜 9:30」のように入力してください。`,
    isPaused: "会議は一時停止中です。続けるには [再開] を選択してください。",
    notPaused: "会議は一時停止されていません。",
    nothingSkipped: "スキップされた会議はありません。",
  },
};
