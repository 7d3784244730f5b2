import { cards } from "./ru/cards";
import { check } from "./ru/check";
import { errors } from "./ru/errors";
import { compose } from "./ru/compose";
import { extensionCommands } from "./ru/extension-commands";
import { search } from "./ru/search";
import { links } from "./ru/links";
import { privately } from "./ru/private";
import { signIn } from "./ru/sign-in";
import { signInPage } from "./ru/sign-in-page";
import { talk } from "./ru/talk";
import type { Messages } from "./messages";

/**
 * In the words that Teams itself uses in Russian; readers are addressed as «вы». Names stand in the nominative,
 * and no verb of the past has a person for its subject, since neither case nor gender of a name is known.
 */
export const ru: Messages = {
  language: "ru",
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
