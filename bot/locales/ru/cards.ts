import type { cards as english } from "../en/cards";
import { plural } from "../plural";

/** What stands on cards, in Russian. */
export const cards: typeof english = {
  card: {
    join: "Присоединиться",
    refresh: "Обновить",
    addToCalendar: "В календарь",
    options: "Параметры",
    newLink: "Новая ссылка",
    cancelMeeting: "Отменить собрание",
    untitled: "Собрание",
    openAnyTime: "Открыто в любое время",
    hostedBy: ({ name }) => `Организатор: ${name}`,
    with: ({ people }) => `Участники: ${people}`,
    alsoWith: ({ people }) => `Также приглашены: ${people}`,
    others: plural(
      "ru",
      "ещё {count, plural, one {# человек} few {# человека} many {# человек} other {# человека}}",
    ),
    comma: ", ",
    inRole: {
      presenter: ({ name }) => `${name} (выступающий)`,
      coorganizer: ({ name }) => `${name} (соорганизатор)`,
    },
    somebody: "кто-то без имени",
    belongsTo: {
      channel: "Привязано к этому каналу",
      "channel-untied":
        "Для этого канала, с отдельным чатом: в Teams собрание не привязано к каналу",
      "group-chat": "Для этого группового чата",
      "meeting-chat": "Для чата этого собрания",
      personal: "Ваше собственное собрание: ссылкой можно поделиться с кем угодно",
      person:
        "Ваше собственное собрание: Teams не сообщает, какой это чат. Ссылкой можно поделиться с кем угодно",
    },
    roomBelongsTo: {
      channel: ({ name }) => `Комната #${name} этого канала`,
      "channel-untied": ({ name }) =>
        `Комната #${name} этого канала, с отдельным чатом: в Teams собрание не привязано к каналу`,
      "group-chat": ({ name }) => `Комната #${name} этого группового чата`,
      "meeting-chat": ({ name }) => `Комната #${name} чата этого собрания`,
      personal: ({ name }) =>
        `Ваша собственная комната #${name}: ссылкой можно поделиться с кем угодно`,
      person: ({ name }) =>
        `Ваша собственная комната #${name}: Teams не сообщает, какой это чат. Ссылкой можно поделиться с кем угодно`,
    },
    thread: "Собрание этой ветки",
    threadUntied: "Собрание этой ветки, с отдельным чатом: в Teams оно не привязано к каналу",
    phone: ({ number }) => `Телефон: ${number}`,
    tollFree: ({ number }) => `Телефон, бесплатный номер: ${number}`,
    conferenceId: ({ id }) => `Идентификатор конференции: ${id}`,
    understood: ({ text }) => `Понято так: ${text}`,
    expires: {
      standing: ({ date }) =>
        `Ссылка перестанет работать ${date}, если до этого никто не воспользуется этой карточкой.`,
      scheduled: ({ date }) =>
        `Ссылка перестанет работать ${date}; чтобы её сохранить, введите «@Rendezvous перенести» и новое время.`,
    },
    noLink:
      "От Teams не получено ссылки, которую можно безопасно открыть. Нажмите «Обновить», чтобы запросить её снова.",
    calendarLocation: "Microsoft Teams",
    calendarJoin: "Присоединиться к собранию",
    summary: ({ subject, when }) => `${subject}: ${when}`,
    preparingTitle: "Ответ готовится",
    restarting:
      "Работа Rendezvous была прервана до получения ответа. Ничего не потеряно: повторите то же через минуту.",
    preparingText: "Он появится здесь через мгновение. Больше ничего делать не нужно.",
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
        `Собрание будет удалено, и его ссылка перестанет работать для всех. То, что люди добавили в свои календари, там и останется. Следующая команда «@Rendezvous собрание» создаст другое собрание с другой ссылкой.\nПодтвердить это может только ${name}, в течение 10 минут.`,
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
    title: "Собрания этой беседы",
    none: "В этой беседе пока нет собраний. Введите «@Rendezvous собрание», чтобы создать общее, или «@Rendezvous собрание #дизайн», чтобы создать собрание в отдельной комнате.",
    own: "Основное собрание",
    named: ({ name }) => `#${name}`,
    thread: "Собрание одной из веток",
    joinRoom: ({ room }) => `Присоединиться: ${room}`,
    more: plural(
      "ru",
      "И ещё {count, plural, one {# собрание} few {# собрания} many {# собраний} other {# собрания}}",
    ),
    zone: ({ zone }) => `Часовой пояс: ${zone}`,
  },
  cancelledCard: {
    title: "Собрание отменено",
    byName: ({ subject, name, when }) =>
      `Собрание «${subject}» отменено. Кто отменил: ${name}. Когда: ${when}.`,
    bySomebody: ({ subject, when }) => `Собрание «${subject}» отменено. Когда: ${when}.`,
    when: ({ moment, zone }) => `${moment} (${zone})`,
    startAgain: "Начать заново",
  },
  echo: {
    time: ({ time, zone }) => `${time} ${zone}`,
    nowFor: ({ length }) => `сейчас, ${length}`,
    here: "эта ветка",
  },
};
