import { plural } from "../plural";
import type { check as english } from "../en/check";
import type { Incomplete } from "../messages";

export const check: Incomplete<typeof english> = {
  check: {
    title: "Проверка настройки",
    sound: "Rendezvous работает. Все проверки пройдены.",
    unsound:
      "Есть проблема с настройкой. Попросите администратора отправить боту Rendezvous команду «проверка» в личном чате.",
    detailsElsewhere:
      "Чтобы увидеть подробности, отправьте боту Rendezvous команду «проверка» в личном чате.",
    allInOrder: "Все проверки пройдены.",
    notInOrder: plural(
      "ru",
      "{count, plural, one {Найдена # проблема.} few {Найдено # проблемы.} many {Найдено # проблем.} other {Найдено # проблемы.}}",
    ),
    others: ({ count }) => `Другие проверки (${count})`,
    open: "Открыть страницу",
    again: "Проверить ещё раз",
  },
};
