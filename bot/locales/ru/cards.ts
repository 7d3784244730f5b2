import type { cards as english } from "../en/cards";
import type { Incomplete } from "../messages";
import { plural } from "../plural";

export const cards: Incomplete<typeof english> = {
  card: {
    join: "Подключиться",
    refresh: "Обновить",
    calendar: "Календарь",
    addToCalendar: "Добавить в календарь",
    options: "Параметры",
    newLink: "Новая ссылка",
    cancelMeeting: "Отменить собрание",
    untitled: "Собрание",
    others: plural(
      "ru",
      "ещё {count, plural, one {# человек} few {# человека} many {# человек} other {# человека}}",
    ),
    comma: ", ",
    inRole: {
      presenter: ({ name }) => `${name} (выступающий)`,
      coorganizer: ({ name }) => `${name} (соорганизатор)`,
      host: ({ name }) => `${name} (организатор)`,
    },
    somebody: "кто-то без имени",
    phone: ({ number }) => `Телефон: ${number}`,
    tollFree: ({ number }) => `Телефон, бесплатный номер: ${number}`,
    conferenceId: ({ id }) => `Идентификатор конференции: ${id}`,
    understood: ({ text }) => `Понято так: ${text}`,
    expires: {
      standing: ({ date }) => `Ссылка действует до ${date}. Чтобы продлить её, нажмите «Обновить».`,
      scheduled: ({ date }) =>
        `Ссылка действует до ${date}. Чтобы сохранить её, перенесите собрание.`,
    },
    noLink: "Не удалось получить ссылку от Teams. Нажмите «Обновить», чтобы повторить попытку.",
    calendarLocation: "Microsoft Teams",
    calendarJoin: "Присоединиться к собранию",
    summary: ({ subject, when }) => `${subject}: ${when}`,
    preparingTitle: "Ответ готовится",
    restarting:
      "Работа Rendezvous была прервана до получения ответа. Ничего не потеряно: повторите то же через минуту.",
    preparingText: "Он появится здесь через мгновение. Больше ничего делать не нужно.",
    dialIn: "Вход по телефону",
    noFixedTime: "Время не задано",
    timeInZone: ({ time, zone }) => `${time} (${zone})`,
    status: { "new-link": "Новая ссылка", cancelled: "Отменено" },
    moreNames: ({ count }) => `+${count}`,
    location: {
      "channel-untied": "Чат собрания отдельный от этого канала.",
      personal: "Ваше личное собрание. Ссылкой можно поделиться с кем угодно.",
      person:
        "Ваше личное собрание: Teams не сообщает приложениям, какой это чат. Ссылкой можно поделиться с кем угодно.",
      elsewhere: "Из другого канала или чата",
      thread: "Собрание этой ветки",
    },
  },
  changeCard: {
    title: "Собрание уже есть",
    text: ({ subject }) =>
      `Изменить «${subject}» для всех или оставить как есть? Ссылка останется прежней.`,
    now: "Сейчас",
    asked: "Запрошено",
    nobody: "Пока никто не приглашён",
    add: ({ people }) => `Добавить: ${people}`,
    update: "Изменить",
    keep: "Оставить",
    separate: {
      text: ({ subject }) => `Создать отдельное собрание или изменить «${subject}» для всех?`,
      room: ({ name }) => `Для отдельного собрания будет своя комната: #${name}.`,
      create: "Создать отдельное",
    },
  },
  confirmCard: {
    newLink: {
      title: ({ subject }) => `Создать новую ссылку для «${subject}»?`,
      text: ({ name }) =>
        `С этого момента все здесь будут получать новую ссылку. Прежняя не закроется: те, у кого она осталась, смогут по ней собраться, но это уже не будет собранием этой беседы.\nПодтвердить это может только ${name}, в течение 10 минут.`,
      confirm: "Создать ссылку",
    },
    cancel: {
      title: ({ subject }) => `Отменить «${subject}»?`,
      text: ({ name }) =>
        `Собрание будет удалено, и его ссылка перестанет работать для всех. То, что люди добавили в свои календари, там и останется.\nПодтвердить это может только ${name}, в течение 10 минут.`,
      confirm: "Отменить собрание",
    },
    whoAsked: "автор запроса",
    back: "Назад",
  },
  optionsCard: {
    title: "Параметры собрания",
    notKnown: "Неизвестно",
    lobby: {
      label: "Кто может обойти зал ожидания",
      choices: {
        everyone: "Все",
        organizationAndFederated: "Наша организация, доверенные организации и гости",
        organization: "Наша организация и гости",
        organizationExcludingGuests: "Наша организация, без гостей",
        invited: "Только приглашённые",
        organizer: "Только организатор",
      },
    },
    presenters: {
      label: "Кто может выступать",
      choices: {
        everyone: "Все",
        organization: "Наша организация",
        roleIsPresenter: "Только назначенные выступающие",
        organizer: "Только организатор",
      },
    },
    chat: {
      label: "Чат собрания",
      choices: { enabled: "Включён", limited: "Только во время собрания", disabled: "Отключён" },
    },
    recording: {
      label: "Записывать автоматически",
      choices: { true: "Да", false: "Нет" },
    },
    save: "Сохранить",
    back: "Назад",
  },
  roomsCard: {
    title: { channel: "Собрания этого канала", chat: "Собрания этого чата" },
    none: "Собраний пока нет.",
    own: "Основное собрание",
    named: ({ name }) => `#${name}`,
    thread: "Собрание ветки",
    joinRoom: ({ room }) => `Присоединиться: ${room}`,
    more: plural(
      "ru",
      "И ещё {count, plural, one {# собрание} few {# собрания} many {# собраний} other {# собрания}}",
    ),
    zone: ({ zone }) => `Часовой пояс: ${zone}`,
  },
  cancelledCard: {
    title: ({ subject }) => `Отменено: ${subject}`,
    byName: ({ name, when }) => `Отменено · ${name} · ${when}`,
    bySomebody: ({ when }) => `Отменено · ${when}`,
    startAgain: "Создать новое собрание",
  },
  echo: {
    nowFor: ({ length }) => `сейчас, ${length}`,
    here: "эта ветка",
  },
  links: {
    copy: "Копировать ссылку",
    copyCard: {
      title: "Ссылка на собрание",
      label: "Скопируйте эту ссылку",
      text: "В Teams по ссылке видна карточка собрания, а в других местах открывается само собрание.",
    },
    dead: {
      unknown: {
        title: "По этой ссылке собрания нет",
        text: "Возможно, она скопирована не полностью.",
        next: "В Teams выберите «Копировать ссылку» на карточке собрания.",
      },
      ended: {
        title: "Эта ссылка больше не действует",
        text: "Собрание отменено, или у него новая ссылка.",
        next: "В Teams выберите «Обновить» на карточке собрания.",
      },
      unavailable: {
        title: "Сейчас не удаётся проверить ссылку",
        text: "Ничего не потеряно, и ссылка остаётся прежней.",
        next: "Откройте её снова через минуту.",
      },
    },
  },
  privately: {
    postHere: "Опубликовать здесь",
    posted: "Готово: карточку собрания теперь видят все в этой беседе.",
    notPosted:
      "Teams не принимает карточку, поэтому ничего не опубликовано. Нажмите «Опубликовать здесь» ещё раз через минуту.",
    postedBy: ({ name }: { name: string }) => `Карточка опубликована. Автор публикации: ${name}.`,
    elsewhere:
      "Этот запрос был личным и пришёл из другой беседы. Teams не может показать там ответ только вам, поэтому он здесь. Чтобы изменить собрание, напишите «@Rendezvous» в той беседе.",
  },
};
