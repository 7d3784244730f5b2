import { plural } from "../plural";
import type { check as english } from "../en/check";
import type { Incomplete } from "../messages";

export const check: Incomplete<typeof english> = {
  check: {
    title: "セットアップの確認",
    sound: "Rendezvous は正常に動作しています。問題は見つかりませんでした。",
    unsound:
      "セットアップに問題があります。Rendezvous との 1 対 1 のチャットで「チェック」と送信するよう、管理者に依頼してください。",
    detailsElsewhere:
      "詳細を表示するには、Rendezvous との 1 対 1 のチャットで「チェック」と送信してください。",
    allInOrder: "問題は見つかりませんでした。",
    notInOrder: plural("ja", "{count, plural, other {# 件の問題が見つかりました。}}"),
    others: ({ count }) => `その他の項目 (${count})`,
    open: "ページを開く",
    again: "もう一度確認",
  },
};
