import type { PartWords } from "../part-words";
import { each } from "../words";

export const japaneseParts: PartWords = {
  partsAfterHour: [],
  partsBeforeHour: [
    ["morning", each("午前中|午前|朝|早朝|明け方|未明|今朝", "")],
    ["late night", "深夜|夜中|真夜中"],
    ["midday", "お昼|昼"],
    ["afternoon", "午後|夕方|昼過ぎ|お昼過ぎ"],
    ["evening", "夜|晩|夕"],
  ],
  partsAfterDay: [
    ["morning", "午前中|午前|早朝|朝一番|朝一|朝イチ|朝|未明|始業前"],
    ["midday", "お昼時|お昼|昼休み|昼"],
    ["afternoon", "午後一|午後イチ|午後|夕方|昼過ぎ|ランチ後|昼食後|昼休み後|お昼過ぎ"],
    ["evening", "夜|晩|終業後|定時後|業務後|退勤後"],
    ["late night", "深夜|夜中"],
  ],
  partsAlone: [],
  daysWithPart: [
    [[0, "night"], "今夜|今晩|今夕"],
    [[0, "morning"], "今朝"],
    [[1, "night"], "明晩"],
    [[1, "morning"], "明朝|翌朝"],
  ],
  weekdaysWithPart: [],
};
