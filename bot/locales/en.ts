import { cards } from "./en/cards";
import { check } from "./en/check";
import { errors } from "./en/errors";
import { compose } from "./en/compose";
import { extensionCommands } from "./en/extension-commands";
import { search } from "./en/search";
import { links } from "./en/links";
import { privately } from "./en/private";
import { signIn } from "./en/sign-in";
import { signInPage } from "./en/sign-in-page";
import { talk } from "./en/talk";

/** Every word that Rendezvous says, in English; the other languages have this shape. */
export const en = {
  /** The language of these words, for what `Intl` adds to them. */
  language: "en",
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
