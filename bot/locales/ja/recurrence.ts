import type { recurrence as english } from "../en/recurrence";
import type { Incomplete } from "../messages";
import { plural } from "../plural";

const WEEKDAYS = {
  1: "月曜日",
  2: "火曜日",
  3: "水曜日",
  4: "木曜日",
  5: "金曜日",
  6: "土曜日",
  7: "日曜日",
};

export const recurrence: Incomplete<typeof english> = {
  recurrence: {
    weekdays: WEEKDAYS,
    workdays: "毎週平日",
    every: ({ days }) => `毎週${days}`,
    days: plural("ja", "{count, plural, =1 {毎日} =2 {隔日} other {# 日ごと}}"),
    weeks: plural("ja", "{count, plural, =1 {毎週} =2 {隔週} other {# 週間ごと}}"),
    weeksOn: ({ weeks, days }) => `${weeks}の${days}`,
    months: plural("ja", "{count, plural, =1 {毎月} =2 {隔月} other {# か月ごと}}"),
    monthsOn: ({ months, when }) => (months === "毎月" ? `${months}${when}` : `${months}の${when}`),
    dayOfMonth: plural("ja", "{count, plural, other {#日}}"),
    places: { 1: "第1", 2: "第2", 3: "第3", 4: "第4" },
    weekdaysInMonth: WEEKDAYS,
    inMonth: ({ place, weekday }) => `${place}${weekday}`,
    lastInMonth: {
      1: "最終月曜日",
      2: "最終火曜日",
      3: "最終水曜日",
      4: "最終木曜日",
      5: "最終金曜日",
      6: "最終土曜日",
      7: "最終日曜日",
    },
    at: ({ rule, clock }) => `${rule} ${clock}`,
    detailed: ({ rule, detail }) => `${rule}、${detail}`,
    until: ({ day }) => `${day}まで`,
    times: plural("ja", "{count, plural, other {全 # 回}}"),
  },
};
