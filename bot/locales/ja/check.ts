import { plural } from "../plural";
import type { check as english } from "../en/check";
import type { Incomplete } from "../messages";

export const check: Incomplete<typeof english> = {
  check: {
    title: "Rendezvous のセットアップ",
    sound: "Rendezvous は動作しています。確認した項目はすべて正常です。",
    unsound:
      "セットアップに正常でない項目があるため、Rendezvous が動作しないことがあります。組織で Rendezvous を管理している人か Teams の管理者に伝えてください。Rendezvous との個人チャットで「チェック」と入力すると、内容が表示されます。",
    detailsElsewhere: "Rendezvous との個人チャットで「チェック」と入力すると、詳細が表示されます。",
    allInOrder: "確認した項目はすべて正常です。",
    notInOrder: plural("ja", "{count, plural, other {正常でない項目が # 件あります。}}"),
    copy: "コピーするもの",
    open: "ページを開く",
    again: "もう一度確認",
  },
};
