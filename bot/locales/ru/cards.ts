import type { cards as english } from "../en/cards";
import type { Incomplete } from "../messages";
import { plural } from "../plural";

export const cards: Incomplete<typeof english> = {
  card: {
    join: "Подключиться",
    refresh: "Обновить",
    calendar: "Календарь",
    addToCalendar: "Добавить в календарь",
    edit: "Изменить",
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
    somebody: "имя неизвестно",
    phone: ({ number }) => `Телефон: ${number}`,
    tollFree: ({ number }) => `Бесплатный номер: ${number}`,
    conferenceId: ({ id }) => `Идентификатор телефонной конференции: ${id}`,
    understood: ({ text }) => `Распознано: ${text}`,
    expires: {
      standing: ({ date }) => `Ссылка действует до ${date}. Чтобы продлить её, нажмите «Обновить».`,
      scheduled: ({ date }) =>
        `Ссылка действует до ${date}. Чтобы сохранить её, перенесите собрание.`,
    },
    notNotified: {
      one: ({ name }) => `Уведомление не отправлено: ${name}.`,
      several: ({ names }) => `Уведомления не отправлены: ${names}.`,
      someone: "Не всем приглашённым отправлено уведомление.",
      email: "Эл. почта",
      joinByEmail: ({ link }) => `Подключиться к собранию: ${link}`,
    },
    invitedBy: ({ name }) => `${name} приглашает вас на собрание.`,
    invited: "Вас приглашают на собрание.",
    noLink: "Не удалось получить ссылку от Teams. Нажмите «Обновить», чтобы повторить попытку.",
    calendarLocation: "Microsoft Teams",
    calendarJoin: "Подключиться к собранию",
    summary: ({ subject, when }) => `${subject}: ${when}`,
    preparingTitle: "Выполняется…",
    restarting: "Rendezvous перезапущен и не успел ответить. Повторите попытку через минуту.",
    preparingText: "Это займёт немного времени.",
    preparingOrTryAgain:
      "Это займёт немного времени. Если ничего не изменится, нажмите «Повторить».",
    dialIn: "Подключиться по телефону",
    noFixedTime: "Время не задано",
    timeInZone: ({ time, zone }) => `${time} (${zone})`,
    status: { "new-link": "Новая ссылка", cancelled: "Отменено" },
    moreNames: ({ count }) => `+${count}`,
    location: {
      "channel-untied": "У собрания свой чат, отдельный от этого канала.",
      personal: "Ваше личное собрание. Ссылкой можно поделиться с кем угодно.",
      person:
        "Ваше личное собрание: Teams не сообщает приложениям, какой это чат. Ссылкой можно поделиться с кем угодно.",
      elsewhere: "Из другого канала или чата",
      thread: "Собрание этой ветки",
    },
  },
  changeCard: {
    title: "Собрание уже есть",
    text: ({ subject }) => `Изменить «${subject}» для всех? Ссылка останется прежней.`,
    now: "Сейчас",
    asked: "Запрошено",
    nobody: "Никто не приглашён",
    add: ({ people }) => `Добавить: ${people}`,
    update: "Изменить",
    keep: "Не менять",
    separate: {
      text: ({ subject }) => `Создать отдельное собрание или изменить «${subject}» для всех?`,
      room: ({ name }) => `У отдельного собрания будет своя комната: #${name}.`,
      create: "Создать отдельное",
    },
  },
  confirmCard: {
    newLink: {
      title: ({ subject }) => `Создать новую ссылку для «${subject}»?`,
      text: ({ name }) =>
        `Все получат новую ссылку. Прежняя тоже продолжит работать.\nПодтвердить это может только ${name} в течение 10 минут.`,
      confirm: "Создать ссылку",
    },
    cancel: {
      title: ({ subject }) => `Отменить «${subject}»?`,
      text: ({ name }) =>
        `Ссылка перестанет работать для всех. Записи в календарях останутся.\nПодтвердить это может только ${name} в течение 10 минут.`,
      confirm: "Отменить собрание",
    },
    whoAsked: "автор запроса",
    back: "Назад",
  },
  scheduleCard: { title: "Запланировать собрание" },
  editCard: {
    title: "Изменить собрание",
    invited: "Приглашены",
    remove: "Чтобы убрать человека, снимите флажок.",
  },
  optionsCard: {
    title: "Параметры собрания",
    notKnown: "Неизвестно",
    lobby: {
      label: "Кто может обходить зал ожидания",
      choices: {
        everyone: "Все",
        organizationAndFederated: "Моя и доверенные организации, гости",
        organization: "Моя организация и гости",
        organizationExcludingGuests: "Только моя организация",
        invited: "Приглашённые",
        organizer: "Только организатор",
      },
    },
    presenters: {
      label: "Кто может выступать",
      choices: {
        everyone: "Все",
        organization: "Моя организация и гости",
        roleIsPresenter: "Определённые люди",
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
    joinRoom: ({ room }) => `Подключиться: ${room}`,
    more: plural(
      "ru",
      "И ещё {count, plural, one {# собрание} few {# собрания} many {# собраний} other {# собрания}}",
    ),
    zone: ({ zone }) => `Часовой пояс: ${zone}`,
    unknownZone: ({ zone }) => `Время указано по UTC: часовой пояс «${zone}» неизвестен.`,
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
      text: "В Teams эта ссылка показывает карточку собрания, а в других приложениях открывает само собрание.",
    },
    dead: {
      unknown: {
        title: "Эта ссылка не работает",
        text: "Возможно, она скопирована не полностью.",
        next: "Скопируйте ссылку ещё раз целиком или нажмите «Копировать ссылку» на карточке собрания в Teams.",
      },
      ended: {
        title: "Эта ссылка больше не действует",
        text: "Собрание отменено, или ссылка на него заменена.",
        next: "Нажмите «Обновить» на карточке собрания в Teams, чтобы получить актуальную ссылку.",
      },
      unavailable: {
        title: "Эта ссылка сейчас недоступна",
        text: "Rendezvous не удалось её проверить. Ссылка не изменилась.",
        next: "Повторите попытку через минуту.",
      },
    },
  },
  privately: {
    postHere: "Опубликовать здесь",
    posted: "Опубликовано. Теперь карточку собрания видят все.",
    notPosted:
      "Teams не удалось опубликовать карточку. Нажмите «Опубликовать здесь» ещё раз через минуту.",
    postedBy: ({ name }: { name: string }) => `Карточка опубликована (${name}).`,
    elsewhere:
      "В том канале или чате Teams не удалось показать ответ только вам, поэтому он здесь. Чтобы изменить собрание, вернитесь туда.",
    notSaved: ({ problems }) =>
      `Ничего не сохранено. Откройте форму там ещё раз и исправьте следующее:\n${problems}`,
  },
};
