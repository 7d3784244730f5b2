import { DAILY, MONTHLY, ON_WEEKENDS, ON_WORKDAYS, QUARTERLY, WEEKLY, YEARLY } from "../repeat";
import type { RepetitionWords } from "../repetition-words";
import { each } from "../words";

export const chineseRepetition: RepetitionWords = {
  every: [
    [1, "每|每个|每個|每逢"],
    [2, "隔|每隔一|每隔一个"],
  ],
  everyAfter: [],
  repeatUnits: [
    [DAILY, "天|日"],
    [WEEKLY, each("|个|個", "周|週|星期|礼拜")],
    [MONTHLY, "月|个月|個月"],
    [QUARTERLY, each("|个|個", "季度")],
    [YEARLY, "年"],
    [ON_WORKDAYS, "工作日"],
    [ON_WEEKENDS, "周末|週末"],
    [{ ...DAILY, part: "morning" }, "早|早上|早晨"],
    [{ ...DAILY, part: "evening" }, "晚|晚上"],
  ],
  beforePlurals: "",
  weekdayPlurals: [],
  repeatedDays: [
    [ON_WORKDAYS, "工作日"],
    [DAILY, "每天一次|每日一次"],
    [WEEKLY, "每周一次|每周1次|每星期一次"],
    [MONTHLY, "每月一次|每月1次|每个月一次"],
    [{ ...WEEKLY, interval: 2 }, "每两周一次|每2周一次|隔周一次"],
  ],
  repeats: [],
  placesInMonth: [
    [1, each("第一|第1", "|个|個")],
    [2, each("第二|第2", "|个|個")],
    [3, each("第三|第3", "|个|個")],
    [4, each("第四|第4", "|个|個")],
    [-1, each("最后一|最後一", "|个|個")],
  ],
  oftenWithoutDays: each(
    "每周|每週|每星期|每月|每个月|每年|每天|一周|一个月|每季度",
    "|要",
    "两次|三次|四次|2次|3次|4次|几次|兩次",
  ),
  except: "除了|除|除去|不包括",
  exceptAfter: "外|以外|之外|除外",
  namingPlurals: "",
  ofEveryMonth: "",
  ofTheMonth: "",
  repeatFrom: "从|從|自",
  repeatFromAfter: "起|开始|開始",
  repeatFromNow: "从现在起|从现在开始|从今天起|从今以后",
  repeatUntil: [["through", "到|至|直到|一直到|直至"]],
  repeatUntilAfter: "为止|止",
  included: "",
  endOfMonth: "底|末",
  thisMonthEnd: "月底|月末|本月底",
  yearEnd: "年底|年末|今年年底|今年底",
  times: "次",
};
