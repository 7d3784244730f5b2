import type { series as english } from "../en/series";
import type { Incomplete } from "../messages";

export const series: Incomplete<typeof english> = {
  series: {
    next: ({ day }) => `следующее: ${day}`,
    dayOn: ({ day, date }) => `${day}, ${date}`,
    dayAt: ({ day, time }) => `${day}, ${time}`,
    now: "идёт сейчас",
    paused: "приостановлено",
    over: "завершено",
    skipped: ({ day }) => `Пропускается: ${day}`,
    buttons: {
      skipNext: "Пропустить следующее",
      undoSkip: "Не пропускать",
      pause: "Приостановить",
      resume: "Возобновить",
      only: ({ day }) => `Только ${day}`,
      all: "Все",
      stop: "Не повторять",
    },
    done: {
      skipped: ({ name, day }) => `Пропуск: ${day} (${name}).`,
      restored: ({ name, day }) => `Собрание снова состоится: ${day} (${name}).`,
      paused: ({ name }) => `Приостановлено: ${name}.`,
      resumed: ({ name }) => `Возобновлено: ${name}.`,
    },
    move: {
      title: ({ subject }) => `Перенос собрания «${subject}»`,
      text: ({ day }) => `Перенести только собрание (${day}) или все, начиная с него?`,
    },
    change: ({ subject }) =>
      `Собрание «${subject}» повторяется. Что изменить для всех? Ссылка останется прежней.`,
    cancel: {
      text: ({ day, name }) =>
        `Пропустить только собрание (${day}) или отменить все? Тогда ссылка перестанет работать для всех.\nОтменить может только ${name} в течение 10 минут.`,
      all: "Отменить все",
    },
    notSkipped: {
      notOnDay: ({ day, next }) => `Собрания нет: ${day}. Ближайшие: ${next}.`,
      already: ({ day, next }) => `Уже пропускается: ${day}. Ближайшие: ${next}.`,
      over: "Больше нет собраний, которые можно пропустить.",
      and: ({ first, second }) => `${first} и ${second}`,
    },
    once: ({ subject }) =>
      `Собрание «${subject}» не повторяется. Чтобы оно повторялось, введите правило, например «перенести каждый понедельник 9:30».`,
    isPaused: "Собрания приостановлены. Чтобы продолжить, нажмите «Возобновить».",
    notPaused: "Собрания не приостановлены.",
    form: {
      scope: "Изменить время",
      one: ({ day }) => `Только ${day}`,
      all: "Все собрания",
      wrongDay:
        "Для всех этих собраний можно изменить только время. Чтобы изменить дни, введите правило, например «перенести каждый понедельник 9:30».",
    },
  },
};
