import type { reminders as english } from "../en/reminders";
import type { Incomplete } from "../messages";
import { plural } from "../plural";
import { toPoliteName } from "./polite-name";

export const reminders: Incomplete<typeof english> = {
  reminders: {
    minutes: plural("ja", "{count, plural, other {# 分}}"),
    hours: plural("ja", "{count, plural, other {# 時間}}"),
    hoursAndMinutes: ({ hours, minutes }) => `${hours} ${minutes}`,
    startsIn: ({ subject, lead }) => `「${subject}」は ${lead}後に始まります`,
    startsNow: ({ subject }) => `「${subject}」の開始時刻になりました`,
    started: ({ subject, time }) => `「${subject}」は ${time}前に始まりました`,
    past: ({ subject }) => `過去のリマインダー: ${subject}`,
    line: ({ lead }) => `リマインダー: ${lead}前`,
    set: ({ name, lead }) =>
      `${toPoliteName(name)}がリマインダーを開始の ${lead}前に設定しました。`,
    turnedOff: ({ name }) => `${toPoliteName(name)}がリマインダーをオフにしました。`,
    noTime: "会議の日時が決まると有効になります。",
    state: {
      on: ({ subject, lead }) => `${subject}: リマインダーは開始の ${lead}前です。`,
      off: ({ subject }) => `${subject}: リマインダーはオフです。`,
    },
    how: "変更するには、「リマインド 10」、「リマインド 1 時間」、または「リマインド オフ」と入力してください。",
    unclear:
      "いつお知らせしますか? 「リマインド 10」、「リマインド 1 時間」、または「リマインド オフ」と入力してください。",
    tooLong: "リマインダーは、開始前 24 時間以内の時間で指定してください。",
    off: "管理者がリマインダーをオフにしています。",
    help: {
      typed: "リマインド 10",
      text: "開始の 10 分前に全員に知らせます。オフにするには「リマインド オフ」と入力します。",
    },
  },
};
