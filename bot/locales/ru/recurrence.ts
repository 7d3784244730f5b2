import type { recurrence as english } from "../en/recurrence";
import type { Incomplete } from "../messages";
import { plural } from "../plural";

export const recurrence: Incomplete<typeof english> = {
  recurrence: {
    weekdays: {
      1: "понедельникам",
      2: "вторникам",
      3: "средам",
      4: "четвергам",
      5: "пятницам",
      6: "субботам",
      7: "воскресеньям",
    },
    workdays: "По будням",
    every: ({ days }) => `По ${days}`,
    days: plural(
      "ru",
      "{count, plural, =1 {Каждый день} one {Каждый # день} few {Каждые # дня} other {Каждые # дней}}",
    ),
    weeks: plural(
      "ru",
      "{count, plural, =1 {Каждую неделю} one {Раз в # неделю} few {Раз в # недели} other {Раз в # недель}}",
    ),
    weeksOn: ({ weeks, days }) => `${weeks} по ${days}`,
    months: plural(
      "ru",
      "{count, plural, =1 {Каждый месяц} one {Раз в # месяц} few {Раз в # месяца} other {Раз в # месяцев}}",
    ),
    monthsOn: ({ months, when }) => `${months} ${when}`,
    dayOfMonth: plural("ru", "{count, plural, other {#-го числа}}"),
    /** With the endings below: «в 1-й понедельник», «во 2-ю среду». */
    places: { 1: "1", 2: "2", 3: "3", 4: "4" },
    weekdaysInMonth: {
      1: "-й понедельник",
      2: "-й вторник",
      3: "-ю среду",
      4: "-й четверг",
      5: "-ю пятницу",
      6: "-ю субботу",
      7: "-е воскресенье",
    },
    inMonth: ({ place, weekday }) => `${place === "2" ? "во" : "в"} ${place}${weekday}`,
    lastInMonth: {
      1: "в последний понедельник",
      2: "в последний вторник",
      3: "в последнюю среду",
      4: "в последний четверг",
      5: "в последнюю пятницу",
      6: "в последнюю субботу",
      7: "в последнее воскресенье",
    },
    at: ({ rule, clock }) => `${rule}, ${clock}`,
    detailed: ({ rule, detail }) => `${rule}, ${detail}`,
    until: ({ day }) => `по ${day}`,
    times: plural("ru", "{count, plural, one {# раз} few {# раза} other {# раз}}"),
  },
};
