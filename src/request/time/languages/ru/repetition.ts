import { DAILY, MONTHLY, ON_WEEKENDS, ON_WORKDAYS, QUARTERLY, WEEKLY, YEARLY } from "../repeat";
import type { RepetitionWords } from "../repetition-words";
import { each, numbered } from "../words";

export const russianRepetition: RepetitionWords = {
  every: [
    [1, "каждый|каждую|каждое|каждые|раз в"],
    [2, "каждый второй|каждую вторую|каждое второе"],
    [3, "каждый третий|каждую третью|каждое третье"],
    [4, "каждый четвёртый|каждую четвёртую|каждое четвёртое"],
  ],
  everyAfter: [],
  repeatUnits: [
    [DAILY, "день|дня|дней"],
    [WEEKLY, "неделю|недели|недель"],
    [MONTHLY, "месяц|месяца|месяцев"],
    [QUARTERLY, "квартал|квартала|кварталов"],
    [YEARLY, "год|года|лет"],
    [ON_WORKDAYS, "рабочий день|будний день|будни"],
    [ON_WEEKENDS, "выходные|выходных"],
    [{ ...DAILY, part: "morning" }, "утро"],
    [{ ...DAILY, part: "evening" }, "вечер"],
  ],
  beforePlurals: "по|по каждым",
  weekdayPlurals: numbered(
    "понедельникам вторникам средам четвергам пятницам субботам воскресеньям",
  ),
  repeatedDays: [
    [
      ON_WORKDAYS,
      `${each("по ", "будням|рабочим дням|будним дням")}|в будни|в рабочие дни|в будние дни`,
    ],
    [ON_WEEKENDS, "по выходным"],
    [{ ...DAILY, part: "morning" }, "по утрам"],
    [{ ...DAILY, part: "evening" }, "по вечерам"],
    [DAILY, "ежедневно"],
    [WEEKLY, "еженедельно"],
    [MONTHLY, "ежемесячно"],
    [QUARTERLY, "ежеквартально"],
    [YEARLY, "ежегодно"],
  ],
  repeats: [],
  placesInMonth: [
    [1, "первый|первая|первую|первое|1-й|1-ю|1-е"],
    [2, "второй|вторая|вторую|второе|2-й|2-ю|2-е"],
    [3, "третий|третья|третью|третье|3-й|3-ю|3-е"],
    [4, "четвёртый|четвёртая|четвёртую|четвёртое|4-й|4-ю|4-е"],
    [-1, "последний|последняя|последнюю|последнее"],
  ],
  oftenWithoutDays: each(
    "дважды в |два раза в |2 раза в |трижды в |три раза в |3 раза в |несколько раз в |пару раз в ",
    "день|неделю|месяц|квартал|год",
  ),
  except: "кроме|за исключением|но не в|но не по",
  exceptAfter: "",
  namingPlurals: "",
  ofEveryMonth: "каждого месяца|каждый месяц|ежемесячно",
  ofTheMonth: "месяца|в месяце|в месяц",
  repeatFrom: "с|со|начиная с",
  repeatFromAfter: "",
  repeatFromNow: "с этого дня|с сегодняшнего дня|отныне",
  repeatUntil: [
    ["before", "до"],
    ["through", "по|до конца|по конец"],
  ],
  repeatUntilAfter: "",
  included: "включительно",
  endOfMonth: "",
  thisMonthEnd: "месяца|конца месяца",
  yearEnd: "года|конца года",
  endless:
    "до дальнейших распоряжений|до особого распоряжения|до дальнейших указаний|до отмены|бессрочно",
  times: "раз|раза",
};
