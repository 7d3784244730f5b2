import type { live as english } from "../en/live";
import type { Incomplete } from "../messages";
import { plural } from "../plural";

export const live: Incomplete<typeof english> = {
  live: {
    inProgress: "进行中",
    started: ({ time }) => `${time} 开始`,
    startedOn: ({ date, time }) => `${date} ${time} 开始`,
    ended: ({ time }) => `${time} 结束`,
    endedOn: ({ date, time }) => `${date} ${time} 结束`,
    people: plural("zh-CN", "{count, plural, other {# 人}}"),
    lastMetToday: "上次会议：今天",
    lastMetOn: ({ date }) => `上次会议：${date}`,
    lastMetFor: ({ when, length }) => `${when}，时长 ${length}`,
  },
};
