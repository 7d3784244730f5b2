import { calendar } from "./en/calendar";
import { cards } from "./en/cards";
import { check } from "./en/check";
import { errors } from "./en/errors";
import { live } from "./en/live";
import { messageExtension } from "./en/message-extension";
import { problems } from "./en/problems";
import { recurrence } from "./en/recurrence";
import { reminders } from "./en/reminders";
import { series } from "./en/series";
import { signIn } from "./en/sign-in";
import { talk } from "./en/talk";

/** All text in English. The other languages translate it, and fall back to it. */
export const en = {
  /** For text that `Intl` formats. */
  language: "en",
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
