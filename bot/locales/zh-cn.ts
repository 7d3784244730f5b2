import type { Translation } from "./messages";
import { calendar } from "./zh-cn/calendar";
import { cards } from "./zh-cn/cards";
import { check } from "./zh-cn/check";
import { errors } from "./zh-cn/errors";
import { live } from "./zh-cn/live";
import { messageExtension } from "./zh-cn/message-extension";
import { problems } from "./zh-cn/problems";
import { recurrence } from "./zh-cn/recurrence";
import { reminders } from "./zh-cn/reminders";
import { series } from "./zh-cn/series";
import { signIn } from "./zh-cn/sign-in";
import { talk } from "./zh-cn/talk";

export const zhCn: Translation = {
  language: "zh-CN",
  ...cards,
  ...calendar,
  ...talk,
  ...problems,
  ...recurrence,
  ...reminders,
  ...series,
  ...errors,
  ...signIn,
  ...check,
  ...live,
  ...messageExtension,
};
