import { plural } from "../plural";
import type { check as english } from "../en/check";
import type { Incomplete } from "../messages";

export const check: Incomplete<typeof english> = {
  check: {
    title: "Rendezvous 的设置",
    sound: "Rendezvous 运行正常：已检查的各项均无问题。",
    unsound:
      "设置中有项目不正常，Rendezvous 可能无法工作。请告知你的组织中负责 Rendezvous 的人员或 Teams 管理员：在与 Rendezvous 的单独聊天中键入“检查”，即可看到原因。",
    detailsElsewhere: "在与 Rendezvous 的单独聊天中键入“检查”，即可看到详细信息。",
    allInOrder: "已检查的各项均无问题。",
    notInOrder: plural("zh-CN", "{count, plural, other {有 # 项不正常。}}"),
    copy: "供复制",
    open: "打开页面",
    again: "再次检查",
  },
};
