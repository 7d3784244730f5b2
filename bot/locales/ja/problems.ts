import type { problems as english } from "../en/problems";
import type { Incomplete } from "../messages";
import { plural } from "../plural";

export const problems: Incomplete<typeof english> = {
  problems: {
    past: { title: "過ぎた日時です", text: "これからの日時を選んでください。" },
    "no-clock-time": {
      today: "今日の何時ですか？",
      tomorrow: "明日の何時ですか？",
      day: ({ day }) => `${day}の何時ですか？`,
      text: ({ example }) => `例：${example}`,
    },
    "end-before-start": {
      title: "終了が開始より前です",
      text: ({ start, end }) => `開始：${start}、終了：${end}`,
    },
    "end-without-start": { title: "いつ開始しますか？", text: ({ end }) => `終了：${end}` },
    "no-length": { title: "会議の長さは？", text: "1 分以上にしてください。" },
    "too-long": {
      title: "会議が長すぎます",
      text: plural("ja", "会議の長さは最大 {count, plural, other {# 時間}}です。"),
    },
    "nonexistent-time": {
      title: "存在しない時刻です",
      text: ({ time, suggestion }) =>
        `時計の切り替えで ${time} は存在しません。${suggestion} はいかがですか？`,
    },
    "doubled-time": {
      title: "2 回ある時刻です",
      text: ({ time, suggestion }) =>
        `時計の切り替えで ${time} は 2 回あります。${suggestion} はいかがですか？`,
    },
    "two-times": {
      title: "どの時刻ですか？",
      text: ({ first, second }) => `「${first}」と「${second}」があります。`,
    },
    "two-lengths": {
      title: "会議の長さは？",
      text: ({ first, second }) => `「${first}」と「${second}」があります。`,
    },
    "vague-day": {
      title: "どの日ですか？",
      text: ({ day }) => `「${day}」は複数の日に当てはまります。`,
    },
    "no-such-day": {
      title: "どの日ですか？",
      text: ({ day }) => `「${day}」という日はありません。`,
    },
    "stray-day": {
      title: "会議はいつですか？",
      text: ({ day, time }) => `「${day}」と「${time}」があります。`,
    },
    "unknown-zone": {
      title: "どのタイム ゾーンですか？",
      text: ({ zone }) =>
        `「${zone}」を特定できません。お使いのタイム ゾーンで時刻を選んでください。`,
    },
    "room-unreadable": {
      title: "使えないルーム名です",
      text: "#デザイン のように、文字、数字、「-」、「_」を使ってください。",
    },
    "no-address": {
      title: ({ typed }) => `「${typed}」はメール アドレスではありません`,
      text: "bo@contoso.com のような完全なアドレスを、コンマで区切って入力してください。",
    },
    "room-too-long": {
      title: "ルーム名が長すぎます",
      text: plural("ja", "{count, plural, other {# 文字}}まで使えます。"),
    },
    "two-rooms": {
      title: "どのルームですか？",
      text: ({ first, second }) => `#${first} と #${second} があります。`,
    },
    "room-and-here": {
      title: "ルームですか、スレッドですか？",
      text: ({ room }) => `#${room} とこのスレッドの両方が指定されています。`,
    },
    "too-many-people": {
      title: "人数が多すぎます",
      text: plural(
        "ja",
        "一度に招待できるのは {count, plural, other {# 名}}までです。ほかの人はリンクから参加できます。",
      ),
    },
  },
  solve: {
    day: "日付",
    time: "時刻",
    minutes: "長さ",
    setTime: "時刻を設定",
    setLength: "長さを設定",
    withoutTime: "時刻なしで作成",
    thread: "このスレッド",
    room: ({ name }) => `#${name} を使用`,
    firstPeople: plural("ja", "{count, plural, other {最初の # 名を招待}}"),
  },
  rename: {
    title: ({ subject }) => `「${subject}」の名前を変更しますか？`,
    text: "会議の名前を入力してください。",
    name: "名前",
    button: "名前を変更",
  },
  move: {
    title: ({ subject }) => `「${subject}」の日時を変更しますか？`,
    text: "日付と時刻を選んでください。",
    button: "日時を変更",
  },
  thread: {
    title: "スレッドではありません",
    none: "「ここ」を使うには、スレッド内で返信してください。",
    noneInChat: "スレッドがあるのはチャネルだけです。",
    meet: { channel: "このチャネルで会議", chat: "このチャットで会議" },
    use: { channel: "このチャネルの会議を使用", chat: "このチャットの会議を使用" },
  },
};
