import type { Messages } from "./messages";
import { cards } from "./zh-cn/cards";
import { errors } from "./zh-cn/errors";
import { talk } from "./zh-cn/talk";

export const zhCn: Messages = {
  language: "zh-CN",
  ...cards,
  ...talk,
  ...errors,
};
