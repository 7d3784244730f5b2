import { DAILY, MONTHLY, ON_WEEKENDS, ON_WORKDAYS, QUARTERLY, WEEKLY, YEARLY } from "../repeat";
import type { RepetitionWords } from "../repetition-words";
import { each, numbered } from "../words";

export const germanRepetition: RepetitionWords = {
  every: [
    [1, "jeden|jede|jedes|alle"],
    [2, "jeden zweiten|jede zweite|jedes zweite"],
    [3, "jeden dritten|jede dritte|jedes dritte"],
    [4, "jeden vierten|jede vierte|jedes vierte"],
  ],
  everyAfter: [],
  repeatUnits: [
    [DAILY, "tag|tage"],
    [WEEKLY, "woche|wochen"],
    [MONTHLY, "monat|monate"],
    [QUARTERLY, "quartal|quartale"],
    [YEARLY, "jahr|jahre"],
    [ON_WORKDAYS, "werktag|arbeitstag|wochentag"],
    [ON_WEEKENDS, "wochenende"],
    [{ ...DAILY, part: "morning" }, "morgen|vormittag"],
    [{ ...DAILY, part: "evening" }, "abend"],
  ],
  beforePlurals: "",
  weekdayPlurals: numbered(
    "montags dienstags mittwochs donnerstags freitags samstags|sonnabends sonntags",
  ),
  repeatedDays: [
    [ON_WORKDAYS, "werktags|wochentags|an werktagen"],
    [DAILY, "täglich"],
    [WEEKLY, "wöchentlich"],
    [MONTHLY, "monatlich"],
    [QUARTERLY, "vierteljährlich|quartalsweise"],
    [YEARLY, "jährlich"],
    [{ ...WEEKLY, interval: 2 }, "zweiwöchentlich|vierzehntägig|14-tägig"],
  ],
  repeats: [],
  placesInMonth: [...numbered("ersten|1. zweiten|2. dritten|3. vierten|4."), [-1, "letzten"]],
  oftenWithoutDays:
    each(
      "zweimal|2x|dreimal|3x|mehrmals",
      " pro | in der | im | am ",
      "tag|woche|monat|quartal|jahr",
    ) + "|zweimal wöchentlich|dreimal wöchentlich",
  except: "außer|außer am|ausser|ausgenommen",
  exceptAfter: "",
  namingPlurals: "",
  ofEveryMonth: "jeden monats|jedes monats|in jedem monat",
  ofTheMonth: "des monats|im monat",
  repeatFrom: "ab|ab dem|beginnend am",
  repeatFromAfter: "",
  repeatFromNow: "ab jetzt|ab heute|von nun an",
  repeatUntil: [["through", each("bis|bis zum|bis einschließlich", "| ende")]],
  repeatUntilAfter: "",
  included: "einschließlich|inklusive",
  endOfMonth: "",
  thisMonthEnd: "des monats|ende des monats|monatsende",
  yearEnd: "des jahres|ende des jahres|jahresende",
  endless: "bis auf weiteres|unbefristet",
  times: "mal",
};
