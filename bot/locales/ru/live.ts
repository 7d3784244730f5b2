import type { live as english } from "../en/live";
import type { Incomplete } from "../messages";
import { plural } from "../plural";

export const live: Incomplete<typeof english> = {
  live: {
    inProgress: "Идёт сейчас",
    started: ({ time }) => `началось в ${time}`,
    startedOn: ({ date, time }) => `началось ${date} в ${time}`,
    ended: ({ time }) => `Завершилось в ${time}`,
    endedOn: ({ date, time }) => `Завершилось ${date} в ${time}`,
    people: plural(
      "ru",
      "{count, plural, one {# человек} few {# человека} many {# человек} other {# человека}}",
    ),
    lastMetToday: "последнее собрание: сегодня",
    lastMetOn: ({ date }) => `последнее собрание: ${date}`,
    lastMetFor: ({ when, length }) => `${when}, ${length}`,
  },
};
