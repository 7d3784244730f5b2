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
    startsIn: ({ subject, lead }) => `«${subject}» начнётся через ${lead}`,
    startsNow: ({ subject }) => `«${subject}» начинается`,
    started: ({ subject, time }) => `«${subject}»: начало было ${time} назад`,
    past: ({ subject }) => `Напоминание устарело: ${subject}`,
    line: ({ lead }) => `Напоминание за ${lead}`,
    set: ({ name, lead }) => `Напоминание установлено: за ${lead} до начала (${name}).`,
    turnedOff: ({ name }) => `Напоминания отключены (${name}).`,
    noTime: "Оно сработает, когда для собрания будет задано время.",
    state: {
      on: ({ subject, lead }) => `${subject}: напоминание за ${lead} до начала.`,
      off: ({ subject }) => `${subject}: напоминания отключены.`,
    },
    how: "Чтобы изменить это, введите «напомнить за 10 минут», «напомнить за 1 час» или «напоминания выкл».",
    unclear:
      "За сколько напомнить? Введите «напомнить за 10 минут», «напомнить за 1 час» или «напоминания выкл».",
    tooLong: "Напомнить можно не раньше чем за 24 часа до начала.",
    off: "Администратор отключил напоминания.",
    help: {
      typed: "напомнить за 10 минут",
      text: "Напомнить всем за 10 минут до начала. Чтобы отключить напоминания, введите «напоминания выкл».",
    },
  },
};
