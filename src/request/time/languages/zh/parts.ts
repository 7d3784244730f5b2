import type { PartWords } from "../part-words";

export const chineseParts: PartWords = {
  partsAfterHour: [],
  partsBeforeHour: [
    ["morning", "上午|早上|早晨|清晨|凌晨|清早|大清早|一早|一大早|早间|早"],
    ["midday", "中午|正午"],
    ["afternoon", "下午|傍晚|午后|午後"],
    ["evening", "晚上|晚间|晚間|晚|夜晚"],
    ["night", "夜里|夜裡|夜间"],
    ["late night", "深夜|半夜"],
  ],
  partsAfterDay: [
    ["morning", "上午|早上|早晨|清晨|凌晨|一早|早间|早"],
    ["midday", "中午|午休时间|午休时|午休|午饭时间"],
    ["afternoon", "下午|傍晚|午后|午饭后|午饭之后|饭后|下班前|下班之前"],
    ["evening", "晚上|晚间|晚間|晚|夜晚|下班后|下班之后|下班以后"],
    ["night", "夜里|夜裡"],
    ["late night", "深夜"],
  ],
  partsAlone: [],
  daysWithPart: [
    [[0, "night"], "今晚|今夜|今天晚上"],
    [[0, "morning"], "今早|今晨|今上午"],
    [[0, "afternoon"], "今下午"],
    [[1, "night"], "明晚|明夜"],
    [[1, "morning"], "明早|明晨"],
    [[2, "night"], "后晚|後晚"],
  ],
  weekdaysWithPart: [],
};
