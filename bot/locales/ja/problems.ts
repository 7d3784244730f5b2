import type { problems as english } from "../en/problems";
import type { Incomplete } from "../messages";
import { plural } from "../plural";

export const problems: Incomplete<typeof english> = {
  problems: {
    past: { title: "その日時は過ぎています", text: "これからの日時を選択してください。" },
    "no-clock-time": {
      today: "今日の何時ですか?",
      tomorrow: "明日の何時ですか?",
      day: ({ day }) => `${day}の何時ですか?`,
      todayIn: {
        morning: "今日の午前何時ですか?",
        midday: "今日のお昼の何時ですか?",
        afternoon: "今日の午後何時ですか?",
        evening: "今夜の何時ですか?",
      },
      tomorrowIn: {
        morning: "明日の午前何時ですか?",
        midday: "明日のお昼の何時ですか?",
        afternoon: "明日の午後何時ですか?",
        evening: "明日の夜の何時ですか?",
      },
      dayIn: {
        morning: ({ day }) => `${day}の午前何時ですか?`,
        midday: ({ day }) => `${day}のお昼の何時ですか?`,
        afternoon: ({ day }) => `${day}の午後何時ですか?`,
        evening: ({ day }) => `${day}の夜の何時ですか?`,
      },
      text: ({ example }) => `例: ${example}`,
    },
    "time-in-name": {
      title: "会議はいつですか?",
      text: ({ words, name }) =>
        `「${words}」は時刻のようです。時刻を選択するか、会議名「${name}」のまま作成してください。`,
    },
    "end-before-start": {
      title: "終了日時が開始日時より前です",
      text: ({ start, end }) => `開始: ${start}、終了: ${end}`,
    },
    "end-without-start": { title: "いつ開始しますか?", text: ({ end }) => `終了: ${end}` },
    "no-length": { title: "会議の長さはどれくらいですか?", text: "1 分以上を指定してください。" },
    "no-rule": {
      title: "どのように繰り返しますか?",
      text: ({ example }) => `「${example}」のように入力してください。`,
    },
    "no-name": { title: "会議名を入力してください", text: "会議名は必須です。" },
    "time-needed": {
      title: "会議はいつですか?",
      text: "日時を設定した会議は、日時指定なしに戻せません。日付と時刻を選択してください。",
    },
    "too-long": {
      title: "会議が長すぎます",
      text: plural("ja", "会議の長さは {count, plural, other {# 時間}}までです。"),
    },
    "nonexistent-time": {
      title: "その時刻は存在しません",
      text: ({ time, suggestion }) =>
        `夏時間への切り替えにより、${time} はスキップされます。${suggestion} はいかがですか?`,
    },
    "doubled-time": {
      title: "その時刻は 2 回あります",
      text: ({ time, suggestion }) =>
        `夏時間の終了により、${time} が繰り返されます。${suggestion} はいかがですか?`,
    },
    "two-times": {
      title: "どちらの時刻ですか?",
      text: ({ first, second }) => `「${first}」と「${second}」が入力されています。`,
    },
    "two-lengths": {
      title: "会議の長さはどれくらいですか?",
      text: ({ first, second }) => `「${first}」と「${second}」が入力されています。`,
    },
    "vague-day": {
      title: "どの日ですか?",
      text: ({ day }) => `「${day}」は複数の日に当てはまります。`,
    },
    "no-such-day": {
      title: "どの日ですか?",
      text: ({ day }) => `「${day}」という日付は存在しません。`,
    },
    "stray-day": {
      title: "会議はいつですか?",
      text: ({ day, time }) => `「${day}」と「${time}」が入力されています。`,
    },
    "unknown-zone": {
      title: "どのタイム ゾーンですか?",
      text: ({ zone }) =>
        `「${zone}」がどのタイム ゾーンかを特定できません。ご自分のタイム ゾーンで時刻を選択してください。`,
    },
    "room-unreadable": {
      title: "このルーム名は使用できません",
      text: "#デザイン のように、文字、数字、「-」、「_」を使用してください。",
    },
    "no-address": {
      title: ({ typed }) => `「${typed}」はメール アドレスではありません`,
      text: "bo@contoso.com のような完全なアドレスを、コンマで区切って入力してください。",
    },
    "room-too-long": {
      title: "ルーム名が長すぎます",
      text: plural("ja", "{count, plural, other {# 文字}}まで使用できます。"),
    },
    "two-rooms": {
      title: "どちらのルームですか?",
      text: ({ first, second }) => `#${first} と #${second} が入力されています。`,
    },
    "room-and-here": {
      title: "ルームとスレッドのどちらですか?",
      text: ({ room }) => `#${room} とこのスレッドの両方が指定されています。`,
    },
    "too-many-people": {
      title: "人数が多すぎます",
      text: plural(
        "ja",
        "一度に招待できるのは {count, plural, other {# 名}}までです。ほかのユーザーはリンクから参加できます。",
      ),
    },
  },
  solve: {
    day: "日付",
    time: "時刻",
    minutes: "長さ",
    setTime: "日時を設定",
    setLength: "長さを設定",
    withoutTime: "日時なしで会議を作成",
    useName: "この会議名で作成",
    thread: "このスレッド",
    room: ({ name }) => `#${name} を使用`,
    firstPeople: plural("ja", "{count, plural, other {最初の # 名を招待}}"),
  },
  rename: {
    title: ({ subject }) => `「${subject}」の新しい会議名`,
    text: "会議名を入力してください。",
    name: "会議名",
    button: "会議名を変更",
  },
  move: {
    title: ({ subject }) => `「${subject}」の新しい日時`,
    text: "日付と時刻を選択してください。",
    button: "日時を変更",
  },
  thread: {
    title: "ここはスレッドではありません",
    none: "「ここで」を使用するには、スレッド内で返信してください。",
    noneInChat: "スレッドがあるのはチャネルのみです。",
    meet: { channel: "このチャネルで会議", chat: "このチャットで会議" },
    use: { channel: "このチャネルの会議を使用", chat: "このチャットの会議を使用" },
  },
};
