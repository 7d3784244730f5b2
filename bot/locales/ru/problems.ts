import type { problems as english } from "../en/problems";
import type { Incomplete } from "../messages";
import { plural } from "../plural";

export const problems: Incomplete<typeof english> = {
  problems: {
    past: { title: "Это время уже прошло", text: "Выберите более позднее время." },
    "no-clock-time": {
      today: "Во сколько сегодня?",
      tomorrow: "Во сколько завтра?",
      day: ({ day }) => `Во сколько собрание (${day})?`,
      todayIn: {
        morning: "Во сколько сегодня утром?",
        midday: "Во сколько сегодня в обед?",
        afternoon: "Во сколько сегодня днём?",
        evening: "Во сколько сегодня вечером?",
      },
      tomorrowIn: {
        morning: "Во сколько завтра утром?",
        midday: "Во сколько завтра в обед?",
        afternoon: "Во сколько завтра днём?",
        evening: "Во сколько завтра вечером?",
      },
      dayIn: {
        morning: ({ day }) => `Во сколько утром (${day})?`,
        midday: ({ day }) => `Во сколько в обед (${day})?`,
        afternoon: ({ day }) => `Во сколько днём (${day})?`,
        evening: ({ day }) => `Во сколько вечером (${day})?`,
      },
      text: ({ example }) => `Например, ${example}.`,
    },
    "time-in-name": {
      title: "Когда собрание?",
      text: ({ words, name }) =>
        `«${words}» похоже на время. Выберите время или оставьте название «${name}».`,
    },
    "end-before-start": {
      title: "Окончание раньше начала",
      text: ({ start, end }) => `Начало: ${start}. Окончание: ${end}.`,
    },
    "end-without-start": {
      title: "Когда начало собрания?",
      text: ({ end }) => `Окончание: ${end}.`,
    },
    "no-length": {
      title: "Сколько продлится собрание?",
      text: "Собрание длится не меньше минуты.",
    },
    "no-rule": {
      title: "Как повторяется собрание?",
      text: ({ example }) => `Введите правило, например «${example}».`,
    },
    "no-name": { title: "Введите название", text: "У собрания должно быть название." },
    "time-needed": {
      title: "Когда будет собрание?",
      text: "Время собрания нельзя убрать. Выберите дату и время.",
    },
    "too-long": {
      title: "Слишком долго",
      text: plural(
        "ru",
        "Собрание может длиться до {count, plural, one {# часа} few {# часов} many {# часов} other {# часа}}.",
      ),
    },
    "nonexistent-time": {
      title: "Такого времени нет",
      text: ({ time, suggestion }) =>
        `Из-за перевода часов времени ${time} не будет. Подойдёт ${suggestion}?`,
    },
    "doubled-time": {
      title: "Это время наступит дважды",
      text: ({ time, suggestion }) =>
        `Из-за перевода часов время ${time} повторится. Подойдёт ${suggestion}?`,
    },
    "two-times": {
      title: "Во сколько собрание?",
      text: ({ first, second }) => `Вы указали «${first}» и «${second}».`,
    },
    "two-lengths": {
      title: "Сколько продлится собрание?",
      text: ({ first, second }) => `Вы указали «${first}» и «${second}».`,
    },
    "vague-day": {
      title: "В какой день?",
      text: ({ day }) => `«${day}» может означать разные дни.`,
    },
    "no-such-day": { title: "В какой день?", text: ({ day }) => `Даты «${day}» нет в календаре.` },
    "stray-day": {
      title: "Когда будет собрание?",
      text: ({ day, time }) => `Вы указали «${day}» и «${time}».`,
    },
    "unknown-zone": {
      title: "Какой часовой пояс?",
      text: ({ zone }) => `Непонятно, что значит «${zone}». Выберите время в своём часовом поясе.`,
    },
    "room-unreadable": {
      title: "Такое название комнаты не подходит",
      text: "Используйте буквы, цифры, «-» и «_», например #дизайн.",
    },
    "no-address": {
      title: ({ typed }) => `«${typed}» — не адрес электронной почты`,
      text: "Укажите полные адреса через запятую, например bo@contoso.com.",
    },
    "room-too-long": {
      title: "Слишком длинное название комнаты",
      text: plural(
        "ru",
        "Допустимо до {count, plural, one {# символа} few {# символов} many {# символов} other {# символа}}.",
      ),
    },
    "two-rooms": {
      title: "Какая комната?",
      text: ({ first, second }) => `Вы указали #${first} и #${second}.`,
    },
    "room-and-here": {
      title: "Комната или ветка?",
      text: ({ room }) => `Вы указали и #${room}, и эту ветку.`,
    },
    "too-many-people": {
      title: "Слишком много людей",
      text: plural(
        "ru",
        "За раз можно пригласить до {count, plural, one {# человека} few {# человек} many {# человек} other {# человека}}. Остальные смогут подключиться по ссылке.",
      ),
    },
  },
  solve: {
    day: "Дата",
    time: "Время",
    minutes: "Длительность",
    setTime: "Задать время",
    setLength: "Задать длительность",
    withoutTime: "Без времени",
    useName: "Создать с этим названием",
    thread: "Эта ветка",
    room: ({ name }) => `Выбрать #${name}`,
    firstPeople: plural("ru", "{count, plural, other {Пригласить первых #}}"),
  },
  rename: {
    title: ({ subject }) => `Как переименовать «${subject}»?`,
    text: "Введите название собрания.",
    name: "Название",
    button: "Переименовать",
  },
  move: {
    title: ({ subject }) => `На какое время перенести «${subject}»?`,
    text: "Выберите дату и время.",
    button: "Перенести",
  },
  thread: {
    title: "Это не ветка",
    none: "Чтобы использовать «здесь», ответьте в ветке.",
    noneInChat: "Ветки есть только в каналах.",
    meet: { channel: "Собрание этого канала", chat: "Собрание этого чата" },
    use: { channel: "Выбрать собрание канала", chat: "Выбрать собрание чата" },
  },
};
