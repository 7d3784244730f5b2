import { DAILY, MONTHLY, ON_WEEKENDS, ON_WORKDAYS, QUARTERLY, WEEKLY, YEARLY } from "../repeat";
import type { RepetitionWords } from "../repetition-words";
import { each } from "../words";

export const japaneseRepetition: RepetitionWords = {
  every: [
    [1, "毎"],
    [2, "隔"],
  ],
  everyAfter: [[1, "ごと|ごとに|毎に"]],
  repeatUnits: [
    [DAILY, "日|日間"],
    [WEEKLY, "週|週間"],
    [QUARTERLY, "四半期"],
    [YEARLY, "年|年間"],
    [MONTHLY, "月|か月|ヶ月|カ月|ヵ月"],
    [{ ...DAILY, part: "morning" }, "朝"],
    [{ ...DAILY, part: "evening" }, "晩|夕"],
  ],
  beforePlurals: "",
  weekdayPlurals: [],
  repeatedDays: [
    [ON_WORKDAYS, "平日"],
    [ON_WEEKENDS, "毎週末"],
    [WEEKLY, "週1回|週一回|週に1回|週に一回"],
    [MONTHLY, "月1回|月一回|月に1回|月に一回"],
  ],
  repeats: [],
  placesInMonth: [
    [1, "第1|第一"],
    [2, "第2|第二"],
    [3, "第3|第三"],
    [4, "第4|第四"],
    [-1, "最終|最後の"],
  ],
  oftenWithoutDays: each("週|週に|月|月に|年|年に|日に", "2回|3回|4回|二回|三回|四回|数回"),
  except: "",
  exceptAfter: "以外|以外の|を除く|を除いて|除く|を除き",
  namingPlurals: "",
  ofEveryMonth: "",
  ofTheMonth: "",
  repeatFrom: "",
  repeatFromAfter: "から|より",
  repeatFromNow: "今後は|これからは",
  repeatUntil: [],
  repeatUntilAfter: "まで",
  included: "",
  endOfMonth: "末|いっぱい",
  thisMonthEnd: "月末|今月末|今月いっぱい",
  yearEnd: "年末|今年いっぱい|年内いっぱい",
  endless: "当面の間|当面|当分の間|無期限で|無期限",
  times: "回",
};
