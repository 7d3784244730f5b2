import type { VagueWords } from "../vague-words";
import { each } from "../words";

export const japaneseVagueness: VagueWords = {
  vagueDays: "来週|再来週|今週|来月|再来月|週末|月末|月初|年末|年始|月中|今週末|来週末",
  vagueBeforeMonth: "",
  vagueAfterMonth: "上旬|中旬|下旬|初め|初旬|頭|末|中に|中",
  unclearDays: [],
  upcomingDays: [
    each("来週|再来週|今週|来月|再来月|今月", "|中|中に|のどこか|のどこかで|前半|後半|頭|半ば|末"),
    "今週末|来週末|月末|月初|週明け|近日中|近いうちに|近いうち|そのうち",
  ].join("|"),
  vagueTimes: [
    "大晦日|クリスマスイブ|元旦|後で|あとで|のちほど|後ほど|今度|同じ時間|同じ時間に|なるべく早く|至急|できるだけ早く|このあと|この後",
    "終業後|終業時|定時後|業務後|退勤後|ランチ後|昼食後|昼休み|お昼休み|休憩後|始業前|朝イチ|朝一|午後イチ",
    each("午前|午前中|午後|夕方|昼過ぎ|夜", "|に|から|で"),
  ].join("|"),
};
