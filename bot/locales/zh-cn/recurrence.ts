import type { recurrence as english } from "../en/recurrence";
import type { Incomplete } from "../messages";
import { plural } from "../plural";

export const recurrence: Incomplete<typeof english> = {
  recurrence: {
    weekdays: { 1: "周一", 2: "周二", 3: "周三", 4: "周四", 5: "周五", 6: "周六", 7: "周日" },
    workdays: "每个工作日",
    every: ({ days }) => `每${days}`,
    days: plural("zh-CN", "{count, plural, =1 {每天} =2 {每两天} other {每 # 天}}"),
    weeks: plural("zh-CN", "{count, plural, =1 {每周} =2 {每两周} other {每 # 周}}"),
    weeksOn: ({ weeks, days }) => `${weeks}的${days}`,
    months: plural("zh-CN", "{count, plural, =1 {每月} =2 {每两个月} other {每 # 个月}}"),
    monthsOn: ({ months, when }) => (months === "每月" ? `${months}${when}` : `${months}的${when}`),
    dayOfMonth: plural("zh-CN", "{count, plural, other {#日}}"),
    places: { 1: "第一个", 2: "第二个", 3: "第三个", 4: "第四个" },
    weekdaysInMonth: {
      1: "周一",
      2: "周二",
      3: "周三",
      4: "周四",
      5: "周五",
      6: "周六",
      7: "周日",
    },
    inMonth: ({ place, weekday }) => `${place}${weekday}`,
    lastInMonth: {
      1: "最后一个周一",
      2: "最后一个周二",
      3: "最后一个周三",
      4: "最后一个周四",
      5: "最后一个周五",
      6: "最后一个周六",
      7: "最后一个周日",
    },
    at: ({ rule, clock }) => `${rule} ${clock}`,
    detailed: ({ rule, detail }) => `${rule}，${detail}`,
    until: ({ day }) => `到${day}为止`,
    times: plural("zh-CN", "{count, plural, other {共 # 次}}"),
  },
};
