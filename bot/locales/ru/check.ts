import { plural } from "../plural";
import type { check as english } from "../en/check";
import type { Incomplete } from "../messages";

export const check: Incomplete<typeof english> = {
  check: {
    title: "Настройка Rendezvous",
    sound: "Rendezvous работает: всё, что проверено, в порядке.",
    unsound:
      "В настройке что-то не в порядке, поэтому Rendezvous может не работать. Сообщите об этом тому, кто отвечает за Rendezvous в вашей организации, или администратору Teams: причина видна, если ввести «проверка» в личном чате с Rendezvous.",
    detailsElsewhere: "Подробности видны, если ввести «проверка» в личном чате с Rendezvous.",
    allInOrder: "Всё, что проверено, в порядке.",
    notInOrder: plural(
      "ru",
      "{count, plural, one {Не в порядке: # пункт.} few {Не в порядке: # пункта.} other {Не в порядке: # пунктов.}}",
    ),
    copy: "Скопировать",
    open: "Открыть страницу",
    again: "Проверить снова",
  },
};
