import { cards } from "./fr/cards";
import { check } from "./fr/check";
import { errors } from "./fr/errors";
import { compose } from "./fr/compose";
import { extensionCommands } from "./fr/extension-commands";
import { search } from "./fr/search";
import { links } from "./fr/links";
import { privately } from "./fr/private";
import { signIn } from "./fr/sign-in";
import { signInPage } from "./fr/sign-in-page";
import { talk } from "./fr/talk";
import type { Messages } from "./messages";

/** In the words that Teams itself uses in French; readers are addressed as “vous”. */
export const fr: Messages = {
  language: "fr",
  ...cards,
  ...talk,
  ...errors,
  ...extensionCommands,
  ...compose,
  ...search,
  ...links,
  ...privately,
  ...signIn,
  ...signInPage,
  ...check,
};
