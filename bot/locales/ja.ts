import { cards } from "./ja/cards";
import { check } from "./ja/check";
import { errors } from "./ja/errors";
import { compose } from "./ja/compose";
import { extensionCommands } from "./ja/extension-commands";
import { search } from "./ja/search";
import { links } from "./ja/links";
import { privately } from "./ja/private";
import { signIn } from "./ja/sign-in";
import { signInPage } from "./ja/sign-in-page";
import { talk } from "./ja/talk";
import type { Messages } from "./messages";

export const ja: Messages = {
  language: "ja",
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
