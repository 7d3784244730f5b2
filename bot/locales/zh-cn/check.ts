import { plural } from "../plural";
import type { check as english } from "../en/check";
import type { Incomplete } from "../messages";

export const check: Incomplete<typeof english> = {
  check: {
    title: "配置检查",
    sound: "Rendezvous 运行正常，所有检查均已通过。",
    unsound: "配置存在问题。请让管理员在与 Rendezvous 的聊天中发送“检查”。",
    detailsElsewhere: "要查看详细信息，请在与 Rendezvous 的聊天中发送“检查”。",
    allInOrder: "所有检查均已通过。",
    notInOrder: plural("zh-CN", "{count, plural, other {发现 # 个问题。}}"),
    others: ({ count }) => `其他检查项（${count}）`,
    open: "打开页面",
    again: "重新检查",
  },
};
