import type { live as english } from "../en/live";
import type { Incomplete } from "../messages";
import { plural } from "../plural";

export const live: Incomplete<typeof english> = {
  live: {
    inProgress: "開催中",
    started: ({ time }) => `${time} に開始`,
    startedOn: ({ date, time }) => `${date} ${time} に開始`,
    ended: ({ time }) => `${time} に終了`,
    endedOn: ({ date, time }) => `${date} ${time} に終了`,
    people: plural("ja", "{count, plural, other {# 人}}"),
    lastMetToday: "前回の会議: 今日",
    lastMetOn: ({ date }) => `前回の会議: ${date}`,
    lastMetFor: ({ when, length }) => `${when}、${length}`,
  },
};
