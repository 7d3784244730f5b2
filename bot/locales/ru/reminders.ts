import type { reminders as english } from "../en/reminders";
import type { Incomplete } from "../messages";
import { plural } from "../plural";

export const reminders: Incomplete<typeof english> = {
  reminders: {
    minutes: plural(
      "ru",
      "{count, plural, one {# минуту} few {# минуты} many {# минут} other {# минуты}}",
    ),
    hours: plural("ru", "{count, plural, one {# час} few {# часа} many {# часов} other {# часа}}"),
    hoursAndMinutes: ({ hours, minutes }) => `${hours} ${minutes}`,
    startsIn: ({ subject, lead }) => `Собрание «${subject}» начнётся через ${lead}`,
    startsNow: ({ subject }) => `Собрание «${subject}» начинается`,
    started: ({ subject, time }) => `Собрание «${subject}» началось ${time} назад`,
    past: ({ subject }) => `Прошлое напоминание: ${subject}`,
    line: ({ lead }) => `Напоминание за ${lead}`,
    set: ({ name, lead }) => `Напоминание за ${lead} до начала (${name}).`,
    turnedOff: ({ name }) => `Напоминания отключены (${name}).`,
    noTime: "Оно сработает, когда у собрания будет время.",
    state: {
      on: ({ subject, lead }) => `${subject}: напоминание за ${lead} до начала.`,
      off: ({ subject }) => `${subject}: напоминания отключены.`,
    },
    how: "Чтобы изменить, введите «напомнить 10», «напомнить 1 час» или «напомнить выкл».",
    unclear:
      "За сколько напомнить? Введите «напомнить 10», «напомнить 1 час» или «напомнить выкл».",
    tooLong: "Напомнить можно не раньше чем за 24 часа до начала.",
    off: "Администратор отключил напоминания.",
    help: {
      typed: "напомнить 10",
      text: "Напомнить всем за 10 минут до начала. Чтобы отключить, введите «напомнить выкл».",
    },
  },
};
