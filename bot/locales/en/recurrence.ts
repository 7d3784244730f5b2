import { plural } from "../plural";

const WEEKDAYS = {
  1: "Monday",
  2: "Tuesday",
  3: "Wednesday",
  4: "Thursday",
  5: "Friday",
  6: "Saturday",
  7: "Sunday",
};

/** How a meeting repeats, in words. Weekdays are numbered from Monday. */
export const recurrence = {
  recurrence: {
    /** After `every` and `weeksOn`. */
    weekdays: WEEKDAYS,
    workdays: "Weekdays",
    every: ({ days }: { days: string }) => `Every ${days}`,
    days: plural("en", "{count, plural, one {Every day} other {Every # days}}"),
    weeks: plural("en", "{count, plural, one {Every week} other {Every # weeks}}"),
    weeksOn: ({ weeks, days }: { weeks: string; days: string }) => `${weeks} on ${days}`,
    months: plural("en", "{count, plural, one {Every month} other {Every # months}}"),
    monthsOn: ({ months, when }: { months: string; when: string }) => `${months} on ${when}`,
    dayOfMonth: plural(
      "en",
      "{count, selectordinal, one {the #st} two {the #nd} few {the #rd} other {the #th}}",
    ),
    /** Which of the weekdays of a month. */
    places: { 1: "first", 2: "second", 3: "third", 4: "fourth" },
    /** After a place. */
    weekdaysInMonth: WEEKDAYS,
    inMonth: ({ place, weekday }: { place: string; weekday: string }) => `the ${place} ${weekday}`,
    lastInMonth: {
      1: "the last Monday",
      2: "the last Tuesday",
      3: "the last Wednesday",
      4: "the last Thursday",
      5: "the last Friday",
      6: "the last Saturday",
      7: "the last Sunday",
    },
    /** With a time of day. */
    at: ({ rule, clock }: { rule: string; clock: string }) => `${rule} ${clock}`,
    detailed: ({ rule, detail }: { rule: string; detail: string }) => `${rule}, ${detail}`,
    until: ({ day }: { day: string }) => `until ${day}`,
    times: plural("en", "{count, plural, one {# time} other {# times}}"),
  },
};
