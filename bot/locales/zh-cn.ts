import type { Messages } from "./messages";
import { cards } from "./zh-cn/cards";
import { check } from "./zh-cn/check";
import { errors } from "./zh-cn/errors";
import { compose } from "./zh-cn/compose";
import { extensionCommands } from "./zh-cn/extension-commands";
import { search } from "./zh-cn/search";
import { links } from "./zh-cn/links";
import { privately } from "./zh-cn/private";
import { signIn } from "./zh-cn/sign-in";
import { signInPage } from "./zh-cn/sign-in-page";
import { talk } from "./zh-cn/talk";

export const zhCn: Messages = {
  language: "zh-CN",
  ...cards,
  ...talk,
  ...errors,
  ...extensionCommands,
  ...privately,
  ...signIn,
  ...check,
  ...links,
  ...search,
  ...compose,
  ...signInPage,
};
