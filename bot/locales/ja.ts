import { cards } from "./ja/cards";
import { errors } from "./ja/errors";
import { talk } from "./ja/talk";
import type { Messages } from "./messages";

export const ja: Messages = {
  language: "ja",
  ...cards,
  ...talk,
  ...errors,
};
