import { calendar } from "./fr/calendar";
import { cards } from "./fr/cards";
import { check } from "./fr/check";
import { errors } from "./fr/errors";
import { live } from "./fr/live";
import { messageExtension } from "./fr/message-extension";
import { problems } from "./fr/problems";
import { recurrence } from "./fr/recurrence";
import { reminders } from "./fr/reminders";
import { series } from "./fr/series";
import { signIn } from "./fr/sign-in";
import { talk } from "./fr/talk";
import type { Translation } from "./messages";

/** Uses Teams' French terms and “vous”. The spaces before “:;?!»” are U+00A0; a test checks them. */
export const fr: Translation = {
  language: "fr",
  ...cards,
  ...calendar,
  ...talk,
  ...problems,
  ...recurrence,
  ...reminders,
  ...series,
  ...errors,
  ...live,
  ...messageExtension,
  ...signIn,
  ...check,
};
